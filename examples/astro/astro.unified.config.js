import {unified} from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/astro'
import options from './contact-link-options.js'

export default defineConfig({
  markdown: {processor: unified()},
  integrations: [mdx(), contactLinks({...options, invalid: 'error'})]
})
