import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/astro'
import options from './contact-link-options.js'

export default defineConfig({
  // For .md, and for .mdx too. A wrong shorthand stops the build.
  integrations: [mdx(), contactLinks({...options, invalid: 'error'})]
})
