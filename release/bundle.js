/**
 * Bundle what `tsc` has built, where that makes a cold start faster; `bench/start.js` measures it.
 *
 * Node gets each entry that `package.json` names for it in a few files in place of a hundred. All
 * others get the files of `tsc`, of which their bundler takes what a page needs.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const { dependencies, exports, peerDependencies } = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
);
const handler = 'mdast-util-to-markdown';
/** Packages whose code `handlerOfLinks` takes into a bundle, with their licenses. */
const taken = [handler, 'mdast-util-to-string'];

/**
 * Bundles only the handler of links, which `src/remark/core-link.ts` calls. The package that writes
 * Markdown has no entry for that handler alone, and loading all of it takes a fifth of a start.
 *
 * @type {import('esbuild').Plugin}
 */
const handlerOfLinks = {
  name: 'handler-of-links',
  setup({ onLoad, onResolve }) {
    const filter = new RegExp(`^${handler}$`);
    onResolve({ filter }, () => ({ path: handler, namespace: handler }));
    onLoad({ filter, namespace: handler }, () => {
      const licenses = taken.map((name) => {
        const file = new URL(`node_modules/${name}/license`, root);
        return `/*!\n${name}\n\n${readFileSync(file, 'utf8')}*/\n`;
      });
      return {
        contents: `${licenses.join('')}
import { link } from './lib/handle/link.js';
export const defaultHandlers = { link };`,
        resolveDir: fileURLToPath(new URL(`node_modules/${handler}/`, root)),
      };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  format: 'esm',
  // Licenses of other people's code go into a file beside the bundle.
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [handlerOfLinks],
  sourcemap: true,
  // The package already contains the sources.
  sourcesContent: false,
  target: 'node20.20',
};

const entries = Object.values(exports).flatMap(({ default: file, node }) =>
  node ? { in: file.replace(/dist(.*)\.js$/, 'src$1.ts'), out: node } : [],
);

await build({
  ...common,
  entryPoints: entries.map(({ in: source, out }) => ({
    in: source,
    out: out.replace(/^\.\/dist\/node\/|\.js$/g, ''),
  })),
  // Programs that use two entries then load only once what these share.
  splitting: true,
  outdir: 'dist/node',
  platform: 'node',
});

await build({
  ...common,
  entryPoints: ['src/remark/core-link.ts'],
  outfile: 'dist/remark/core-link.js',
  platform: 'neutral',
});
