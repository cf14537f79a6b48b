import Markdown, {defaultUrlTransform} from 'react-markdown'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import {
  contactLinkSanitizeSchema,
  contactLinkUrlTransform,
  createRemarkContactLinks
} from 'remark-contact-links/light'
import {
  jitsi,
  mailto,
  matrix,
  sip,
  skype,
  sms,
  teams,
  tel,
  xmpp
} from 'remark-contact-links/services'
import remarkGfm from 'remark-gfm'
import options from '../contact-link-options.js'

// What the pages link to: readers load no other services.
const services = [jitsi, mailto, matrix, sip, skype, sms, teams, tel, xmpp]

const remarkPlugins = [
  // For tables.
  remarkGfm,
  [createRemarkContactLinks(services), options]
]
// Without these two, links that open an app lose their URI.
const schema = contactLinkSanitizeSchema(defaultSchema, services, options)
const urlTransform = contactLinkUrlTransform(defaultUrlTransform, services, options)

/** Show a page that is written in Markdown. */
export function Page({markdown}) {
  return (
    <Markdown
      rehypePlugins={[[rehypeSanitize, schema]]}
      remarkPlugins={remarkPlugins}
      urlTransform={urlTransform}
    >
      {markdown}
    </Markdown>
  )
}
