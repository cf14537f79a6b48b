import remarkContactLinks from 'remark-contact-links'
import remarkGfm from 'remark-gfm'
import options from '../contact-link-options.js'

export const remarkPlugins = [
  // For tables.
  remarkGfm,
  [remarkContactLinks, options]
]
