import createMdx from '@next/mdx'

const withMdx = createMdx({
  // Both .md and .mdx; without this it is .mdx alone.
  extension: /\.(md|mdx)$/,
  options: {
    remarkPlugins: [
      // Tables.
      'remark-gfm',
      [
        // A name, not the plugin itself: Turbopack takes what JSON can say.
        'remark-contact-links',
        {
          // Stop the build at a shorthand that is no link: Next prints no warnings of plugins.
          invalid: 'error',
          // Skype has closed. The pages show it all the same.
          retired: 'ignore',
          // Whom `@support` stands for, by service.
          contacts: {
            support: {
              name: 'the support team',
              teams: 'support@contoso.com',
              tel: '+1 201 555 0100'
            }
          },
          // What a link says that has no label of its own.
          labels: {
            teams: {chat: {one: 'Ask {targets}', several: 'Ask {targets} together'}}
          }
        }
      ]
    ]
  }
})

export default withMdx({
  output: 'export',
  pageExtensions: ['js', 'jsx', 'md', 'mdx']
})
