import contactLinks from 'remark-contact-links/markdown-it'
import {defineConfig} from 'vitepress'
import options from '../../contact-link-options.js'

export default defineConfig({
  title: 'Contoso',
  markdown: {
    config(md) {
      md.use(contactLinks, {
        ...options,
        // A wrong shorthand stops the build.
        invalid: 'error',
        // Each message is printed; text that is nearly a shorthand gets one, too.
        onMessage({column, line, reason}, path) {
          console.warn(`${path}:${line}:${column}: ${reason}`)
        }
      })
    }
  },
  themeConfig: {search: {provider: 'local'}}
})
