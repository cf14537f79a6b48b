import {createMDX} from 'fumadocs-mdx/next'

const withMdx = createMDX({configPath: 'source.config.js'})

export default withMdx({output: 'export'})
