import contactLinks from 'remark-contact-links/markdown-it'
import options from './contact-link-options.js'

export default function (eleventyConfig) {
  eleventyConfig.amendLibrary('md', (md) =>
    md.use(contactLinks, {
      ...options,
      // A wrong shorthand stops the build.
      invalid: 'error',
      // Each message is printed; text that is nearly a shorthand gets one, too.
      onMessage({column, line, reason}, path) {
        console.warn(`${path}:${line}:${column}: ${reason}`)
      }
    })
  )
  eleventyConfig.addGlobalData('layout', 'page.html')
}

export const config = {dir: {input: 'pages', output: 'site'}}
