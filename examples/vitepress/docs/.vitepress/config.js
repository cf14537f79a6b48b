import contactLinks from 'remark-contact-links/markdown-it'
import {defineConfig} from 'vitepress'

export default defineConfig({
  title: 'Contoso',
  markdown: {
    config(md) {
      md.use(contactLinks, {
        // Stop the build at a shorthand that is no link.
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
      })
    }
  },
  themeConfig: {search: {provider: 'local'}}
})
