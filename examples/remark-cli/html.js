import rehypeDocument from 'rehype-document'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import remarkrc from './.remarkrc.js'

/** Make pages of the Markdown that `.remarkrc.js` describes. */
export default {
  plugins: [
    ...remarkrc.plugins,
    remarkRehype,
    rehypeDocument,
    rehypeStringify,
    () => (_, file) => {
      file.extname = '.html'
    }
  ]
}
