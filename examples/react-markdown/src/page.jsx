import Markdown, {defaultUrlTransform} from 'react-markdown'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import {contactLinkSanitizeSchema, contactLinkUrlTransform} from 'remark-contact-links'
import {contactLinkOptions, remarkPlugins} from './remark-plugins.js'

// Both let web pages and e-mail through, and nothing else; these let contact links too.
const schema = contactLinkSanitizeSchema(defaultSchema, contactLinkOptions)
const urlTransform = contactLinkUrlTransform(defaultUrlTransform, contactLinkOptions)

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
