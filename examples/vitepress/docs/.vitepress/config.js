import contactLinks from 'remark-contact-links/markdown-it'
import {defineConfig} from 'vitepress'
import options from '../../contact-link-options.js'

export default defineConfig({
  title: 'Contoso',
  markdown: {
    config(md) {
      // A wrong shorthand stops the build.
      md.use(contactLinks, {...options, invalid: 'error'})
    }
  },
  themeConfig: {search: {provider: 'local'}}
})
