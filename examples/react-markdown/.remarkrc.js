import {remarkPlugins} from './src/remark-plugins.js'

/** The plugins of the pages, for `npm run lint`. */
export default {plugins: remarkPlugins}
