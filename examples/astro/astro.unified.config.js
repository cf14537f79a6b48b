import {unified} from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import remarkContactLinks from 'remark-contact-links'

const contactLinks = [
  // The plugin itself: its name would not do for .mdx.
  remarkContactLinks,
  {
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
  }
]

export default defineConfig({
  // For .md, and for .mdx, which takes it over.
  markdown: {processor: unified({remarkPlugins: [contactLinks]})},
  integrations: [mdx()]
})
