import contactLinks from 'remark-contact-links/markdown-it'
import options from './contact-link-options.js'

export default function (eleventyConfig) {
  eleventyConfig.amendLibrary('md', (md) =>
    // A wrong shorthand stops the build.
    md.use(contactLinks, {...options, invalid: 'error'})
  )
  eleventyConfig.addGlobalData('layout', 'page.html')
}

export const config = {dir: {input: 'pages', output: 'site'}}
