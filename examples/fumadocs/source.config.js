import {defineConfig, defineDocs} from 'fumadocs-mdx/config'
import remarkContactLinks from 'remark-contact-links'
import options from './contact-link-options.js'

export const docs = defineDocs({dir: 'content'})

export default defineConfig({
  mdxOptions: {
    // A wrong shorthand stops the build: Fumadocs shows no warnings of plugins.
    remarkPlugins: [[remarkContactLinks, {...options, invalid: 'error'}]]
  }
})
