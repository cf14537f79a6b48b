import {unified} from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import remarkContactLinks from 'remark-contact-links'
import options from './contact-link-options.js'

export default defineConfig({
  markdown: {
    // For .md, and for .mdx too; the plugin given by its name would be missing there.
    processor: unified({
      // A wrong shorthand stops the build: Astro shows no warnings of plugins.
      remarkPlugins: [[remarkContactLinks, {...options, invalid: 'error'}]]
    })
  },
  integrations: [mdx()]
})
