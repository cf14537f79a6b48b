import Markdown, {defaultUrlTransform} from 'react-markdown'
import rehypeSanitize, {defaultSchema} from 'rehype-sanitize'
import {contactLinkSanitizeSchema, contactLinkUrlTransform} from 'remark-contact-links'
import options from '../contact-link-options.js'
import {remarkPlugins} from './remark-plugins.js'

// Without these two, links that open an app lose their URI.
const schema = contactLinkSanitizeSchema(defaultSchema, options)
const urlTransform = contactLinkUrlTransform(defaultUrlTransform, options)

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
