import {defineConfig} from '@rspress/core'
import remarkContactLinks from 'remark-contact-links'
import options from './contact-link-options.js'

export default defineConfig({
  root: 'docs',
  title: 'Contoso',
  markdown: {
    // A wrong shorthand stops the build.
    remarkPlugins: [[remarkContactLinks, {...options, invalid: 'error'}]]
  }
})
