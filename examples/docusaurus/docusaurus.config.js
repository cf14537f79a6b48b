import remarkContactLinks from 'remark-contact-links'
import options from './contact-link-options.js'

// A wrong shorthand stops the build: Docusaurus shows no warnings of plugins.
const contactLinks = [remarkContactLinks, {...options, invalid: 'error'}]

export default {
  title: 'Contoso',
  url: 'https://contoso.com',
  baseUrl: '/',
  presets: [
    [
      'classic',
      {
        blog: false,
        docs: {remarkPlugins: [contactLinks], routeBasePath: '/'},
        // The blog and pages have `remarkPlugins` of their own.
        pages: {remarkPlugins: [contactLinks]}
      }
    ]
  ]
}
