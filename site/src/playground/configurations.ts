/** The configuration file that turns the plugin on in a generator, and options it adds. */
export interface Configuration {
  /** Options that make the build report what is wrong; the site's own options win. */
  reports?: object;
  /** Writes the file. */
  write: (options: string) => string;
}

/** A wrong shorthand stops the build. */
const stops = { invalid: 'error' };

/** Prints each message, for hosts of markdown-it, which show none themselves. */
const printer = `
function onMessage({column, line, reason}, path) {
  console.warn(\`\${path}:\${line}:\${column}: \${reason}\`)
}
`;

/** Configurations by the name of the generator, as on the pages about the generators. */
export const configurations: Readonly<Record<string, Configuration>> = {
  'Astro and Starlight': {
    reports: stops,
    write: (options) => `// astro.config.js
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/astro'

export default defineConfig({
  integrations: [contactLinks(${options})]
})
`,
  },
  Docusaurus: {
    reports: stops,
    write: (options) => `// docusaurus.config.js
import contactLinks from 'remark-contact-links'

// In the options of the preset:
// docs: {remarkPlugins: [[contactLinks, options]]}
const options = ${options}
`,
  },
  Eleventy: {
    reports: stops,
    write: (options) => `// eleventy.config.js
import contactLinks from 'remark-contact-links/markdown-it'

const options = ${options}

export default function (config) {
  config.amendLibrary('md', (md) => md.use(contactLinks, {...options, onMessage}))
}
${printer}`,
  },
  // It prints what is wrong; with `--frail` it fails.
  'remark-cli': {
    write: (options) => `{
  "plugins": [["remark-contact-links", ${options}]]
}
`,
  },
  VitePress: {
    reports: stops,
    write: (options) => `// .vitepress/config.js
import contactLinks from 'remark-contact-links/markdown-it'

const options = ${options}

export default {
  markdown: {config: (md) => md.use(contactLinks, {...options, onMessage})}
}
${printer}`,
  },
};
