import {DocsBody, DocsPage} from 'fumadocs-ui/layouts/docs/page'
import defaultComponents from 'fumadocs-ui/mdx'
import {isValidElement} from 'react'
import {source} from '../../lib/source'

// Links can hold no other links, and by default each heading is a link to itself…
const headings = {h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6'}

// …and the table of contents has links with the content of headings.
function textOf(node) {
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement(node) ? textOf(node.props.children) : (node ?? '')
}

export default async function Page({params}) {
  const {body: Content, toc} = source.getPage((await params).slug).data
  return (
    <DocsPage toc={toc.map((item) => ({...item, title: textOf(item.title)}))}>
      <DocsBody>
        <Content components={{...defaultComponents, ...headings}} />
      </DocsBody>
    </DocsPage>
  )
}

export function generateStaticParams() {
  return source.generateParams()
}
