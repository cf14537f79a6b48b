import {remarkPlugins} from './src/remark-plugins.js'

/** react-markdown shows no warnings: `npm run lint` checks the pages before each build. */
export default {plugins: remarkPlugins}
