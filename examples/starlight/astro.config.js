import starlight from '@astrojs/starlight'
import {defineConfig} from 'astro/config'
import contactLinks from 'remark-contact-links/astro'
import options from './contact-link-options.js'

export default defineConfig({
  integrations: [
    starlight({title: 'Contoso'}),
    // A wrong shorthand stops the build.
    contactLinks({...options, invalid: 'error'})
  ]
})
