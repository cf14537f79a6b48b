import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rollup } from 'rollup';
import { build as viteBuild } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { external, mostOfLightPage } from '../bench/size.js';
import { services } from '../src/services/index.js';
import { root } from './helpers/pages.js';

const page = join(root, 'bench/light-page.js');

/** The same for bundlers that take patterns. */
const inPipeline = new RegExp(`^(?:${external.join('|').replaceAll('*', '.*')})$`);

/** Each makes minified code of the page. */
const bundlers: Readonly<Record<string, () => Promise<string>>> = {
  async esbuild() {
    const { outputFiles } = await build({
      bundle: true,
      entryPoints: [page],
      external,
      format: 'esm',
      logLevel: 'error',
      minify: true,
      write: false,
    });
    return String(outputFiles[0]?.text);
  },
  async Rollup() {
    const bundle = await rollup({
      external: inPipeline,
      input: page,
      plugins: [nodeResolve()],
    });
    const { output } = await bundle.generate({ format: 'es' });
    // It leaves it to others to minify.
    return (await transform(output[0].code, { format: 'esm', minify: true })).code;
  },
  async Vite() {
    const built = await viteBuild({
      build: {
        modulePreload: false,
        rolldownOptions: {
          external: inPipeline,
          input: page,
          preserveEntrySignatures: 'exports-only',
        },
        write: false,
      },
      configFile: false,
      logLevel: 'error',
      root,
    });
    if (!('output' in built)) throw new Error('Expected a bundle');
    return built.output[0].code;
  },
};

/** Words that only what the page does not need has. */
const unneeded = {
  ...Object.fromEntries(
    Object.values(services)
      // What makes `sip` makes `sips`.
      .filter(({ name }) => !['teams', 'tel', 'sips'].includes(name))
      // Messages of Teams speak of e-mail, too.
      .map(({ name, title }) => [name, title === 'e-mail' ? 'mailto' : title]),
  ),
  readers: 'This is a link for',
  redirects: 'No replacement for this link',
  'services of the site': 'a name of letters, digits, `-`',
  'URI Templates': 'a URI Template',
  'near misses': 'comes last',
  suggestions: ' Write',
  'what writes Markdown': 'containerPhrasing',
};

describe.each(Object.entries(bundlers))('%s', (_, bundle) => {
  let code: string;
  const has = (word: string): boolean => code.includes(word);
  beforeAll(async () => {
    code = await bundle();
  });

  test('takes little for Teams and phone numbers', () => {
    expect(has('teams.microsoft.com') && has('phone-context')).toBe(true);
    expect(gzipSync(code, { level: 9 }).length / 1000).toBeLessThanOrEqual(
      mostOfLightPage,
    );
  });

  test.each(Object.entries(unneeded))('leaves out %s', (_, word) => {
    expect(has(word)).toBe(false);
  });
});

test('the whole package has all of that', async () => {
  const { outputFiles } = await build({
    bundle: true,
    external,
    format: 'esm',
    logLevel: 'error',
    minify: true,
    stdin: {
      contents: "export * as all from 'remark-contact-links'",
      resolveDir: root,
    },
    write: false,
  });
  const missing = Object.values(unneeded).filter(
    (word) => !outputFiles[0]?.text.includes(word),
  );
  expect(missing).toEqual([]);
});
