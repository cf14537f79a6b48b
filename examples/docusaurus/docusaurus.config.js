import remarkContactLinks from 'remark-contact-links'

const contactLinks = [
  // The plugin itself: Docusaurus takes no name here.
  remarkContactLinks,
  {
    // Stop the build at a shorthand that is no link: Docusaurus prints no warnings of plugins.
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

export default {
  title: 'Contoso',
  url: 'https://contoso.com',
  baseUrl: '/',
  presets: [
    [
      'classic',
      {
        docs: {routeBasePath: '/', remarkPlugins: [contactLinks]},
        blog: false
      }
    ]
  ]
}
