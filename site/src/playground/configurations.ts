/** What turns the plugin on in a generator: its file, and what the file says of options. */
export const configurations: Readonly<Record<string, (options: string) => string>> = {
  'Astro and Starlight': (options) => `// astro.config.js
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/astro'

export default defineConfig({
  integrations: [contactLinks(${options})]
})
`,
  Docusaurus: (options) => `// docusaurus.config.js
import contactLinks from 'remark-contact-links'

// In the options of the preset:
// docs: {remarkPlugins: [[contactLinks, options]]}
const options = ${options}
`,
  Eleventy: (options) => `// eleventy.config.js
import contactLinks from 'remark-contact-links/markdown-it'

export default function (config) {
  config.amendLibrary('md', (md) => md.use(contactLinks, ${options}))
}
`,
  'remark-cli': (options) => `{
  "plugins": [["remark-contact-links", ${options}]]
}
`,
  VitePress: (options) => `// .vitepress/config.js
import contactLinks from 'remark-contact-links/markdown-it'

export default {
  markdown: {config: (md) => md.use(contactLinks, ${options})}
}
`,
};
