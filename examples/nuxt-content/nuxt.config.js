import options from './contact-link-options.js'

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  modules: ['@nuxt/content'],
  content: {
    build: {
      markdown: {
        remarkPlugins: {
          // Nuxt Content shows no warnings of plugins, and leaves out a page whose plugin
          // throws. So `contact-links check` reports wrong shorthands, before the build.
          'remark-contact-links': {options}
        }
      }
    },
    // A heading that is a link to itself can have no other in it.
    renderer: {anchorLinks: false},
    // The one that comes with Node.js; there is nothing to compile.
    experimental: {sqliteConnector: 'native'}
  },
  nitro: {prerender: {routes: ['/', '/syntax']}}
})
