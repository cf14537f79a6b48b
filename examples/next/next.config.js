import createMdx from '@next/mdx'
import options from './contact-link-options.js'

const withMdx = createMdx({
  // Both .md and .mdx; without this it is .mdx alone.
  extension: /\.(md|mdx)$/,
  options: {
    remarkPlugins: [
      // For tables.
      'remark-gfm',
      // Its name, not the plugin itself: Turbopack takes what JSON can say.
      // A wrong shorthand stops the build: Next shows no warnings of plugins.
      ['remark-contact-links', {...options, invalid: 'error'}]
    ]
  }
})

export default withMdx({
  output: 'export',
  pageExtensions: ['js', 'jsx', 'md', 'mdx']
})
