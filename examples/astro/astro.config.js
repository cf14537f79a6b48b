import {satteri} from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/satteri'

const plugin = contactLinks({
  // Stop the build at a shorthand that is no link: Astro keeps warnings to itself.
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

export default defineConfig({
  // For .md, and for .mdx, which takes it over.
  markdown: {processor: satteri({mdastPlugins: [plugin]})},
  integrations: [mdx()]
})
