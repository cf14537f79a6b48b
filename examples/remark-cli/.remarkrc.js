import remarkContactLinks from 'remark-contact-links'
import remarkGfm from 'remark-gfm'
import options from './contact-link-options.js'

export default {
  plugins: [
    // For tables.
    remarkGfm,
    [remarkContactLinks, options]
  ]
}
