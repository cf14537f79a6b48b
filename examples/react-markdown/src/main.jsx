import {StrictMode} from 'react'
import {createRoot} from 'react-dom/client'
import {Page} from './page.jsx'
import contact from './pages/index.md?raw'
import syntax from './pages/syntax.md?raw'

const markdown = window.location.hash === '#syntax' ? syntax : contact

createRoot(document.querySelector('#root')).render(
  <StrictMode>
    <Page markdown={markdown} />
  </StrictMode>
)
