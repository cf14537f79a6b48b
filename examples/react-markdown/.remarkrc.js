import remarkContactLinks from 'remark-contact-links'
import remarkGfm from 'remark-gfm'
import options from './contact-link-options.js'

/** The plugins for `npm run lint`: the whole plugin says what to write instead. */
export default {plugins: [remarkGfm, [remarkContactLinks, options]]}
