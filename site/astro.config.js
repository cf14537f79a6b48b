import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import contactLinks from '../dist/astro/index.js';

const repository = 'https://github.com/remark-contact-links/remark-contact-links';

/** The picture that other sites show with a link to this one. */
const card =
  'https://remark-contact-links.github.io/remark-contact-links/pictures/card.png';

/** The packages of this repository, as they were built beside the site. */
const built = (path) => new URL(`../${path}`, import.meta.url).pathname;

export default defineConfig({
  site: 'https://remark-contact-links.github.io',
  base: '/remark-contact-links',
  trailingSlash: 'always',
  // So that the folder `dist` is served as GitHub Pages serves it.
  outDir: './dist/remark-contact-links',
  integrations: [
    starlight({
      title: 'remark-contact-links',
      description:
        'Contact links in Markdown: short to write, checked while you build.',
      favicon: '/favicon.svg',
      social: [{ icon: 'github', label: 'GitHub', href: repository }],
      head: Object.entries({
        'og:image': card,
        'og:image:width': '1200',
        'og:image:height': '630',
        'og:image:alt': 'remark-contact-links: contact links in Markdown',
      }).map(([property, content]) => ({ tag: 'meta', attrs: { property, content } })),
      // Code that wraps does not scroll, and so needs no focus of its own.
      expressiveCode: { defaultProps: { wrap: true } },
      customCss: ['./src/site.css'],
      sidebar: [
        'playground',
        'write',
        {
          label: 'Set up',
          items: [{ autogenerate: { directory: 'set-up' } }],
          collapsed: true,
        },
        'address-book',
        'own-services',
        'languages',
        'options',
        'moving',
        'redirecting',
        'command-line',
        'editors',
        'vscode',
        { label: 'Linters', items: [{ autogenerate: { directory: 'linters' } }] },
        'beside-other-tools',
        'messages',
        {
          label: 'Services',
          items: [{ autogenerate: { directory: 'services' } }],
          collapsed: true,
        },
        {
          label: 'For plugin authors',
          items: [{ autogenerate: { directory: 'authors' } }],
          collapsed: true,
        },
        {
          label: 'Reference',
          items: [{ autogenerate: { directory: 'reference' } }],
          collapsed: true,
        },
        'compatibility',
        'performance',
        'security',
      ],
    }),
    // The site is a user of the package; a wrong shorthand stops its build.
    contactLinks({ invalid: 'error' }),
  ],
  vite: {
    resolve: {
      // In a worker, there is no `document` to decode character references with.
      conditions: ['worker', 'module', 'browser', 'development|production'],
      alias: [
        {
          find: /^contact-links-language-server\/browser$/,
          replacement: built('packages/contact-links-language-server/dist/browser.js'),
        },
        {
          find: /^remark-contact-links\/(core|markdown-it|marked|satteri)$/,
          replacement: built('dist/$1/index.js'),
        },
        { find: /^remark-contact-links$/, replacement: built('dist/index.js') },
        {
          find: /^@bruits\/satteri-wasm32-wasi$/,
          replacement: built(
            'site/wasm/node_modules/@bruits/satteri-wasm32-wasi/satteri_napi.wasi-browser.js',
          ),
        },
        {
          find: /^@bruits\/satteri-wasm32-wasi\/(wasi-worker-browser\.mjs)$/,
          replacement: built('site/wasm/node_modules/@bruits/satteri-wasm32-wasi/$1'),
        },
      ],
    },
    server: { fs: { allow: ['..'] } },
    // The worker of the language server loads its parser with the first page.
    worker: { format: 'es' },
  },
});
