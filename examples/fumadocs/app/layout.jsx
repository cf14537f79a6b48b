import 'fumadocs-ui/style.css'
import {DocsLayout} from 'fumadocs-ui/layouts/docs'
import {RootProvider} from 'fumadocs-ui/provider/next'
import {source} from '../lib/source'

export const metadata = {title: 'Contoso'}

export default function Layout({children}) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <RootProvider search={{options: {type: 'static'}}}>
          <DocsLayout nav={{title: 'Contoso'}} tree={source.pageTree}>
            {children}
          </DocsLayout>
        </RootProvider>
      </body>
    </html>
  )
}
