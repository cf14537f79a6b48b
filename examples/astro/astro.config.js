import {satteri} from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/satteri'
import options from './contact-link-options.js'

export default defineConfig({
  markdown: {
    // For .md, and for .mdx too.
    processor: satteri({
      // A wrong shorthand stops the build: Astro shows no warnings of plugins.
      mdastPlugins: [contactLinks({...options, invalid: 'error'})]
    })
  },
  integrations: [mdx()]
})
