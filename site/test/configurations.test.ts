import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { afterAll, expect, test, vi } from 'vitest';
import { configurations } from '../src/playground/configurations.js';

// Inside the package, so that its own name resolves to what was built.
const temporary = fileURLToPath(new URL('../../.tmp', import.meta.url));
mkdirSync(temporary, { recursive: true });
const folder = mkdtempSync(join(temporary, 'configurations-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the configuration for a generator, without options of the site. */
function write(generator: string): string {
  const { reports, write } = configurations[generator] ?? {};
  return write?.(JSON.stringify({ ...reports })) ?? '';
}

/** What a generator with markdown-it does to its own. */
const setUps: Record<string, (configuration: never, md: MarkdownIt) => void> = {
  Eleventy(
    configure: (config: {
      amendLibrary: (name: string, set: (md: MarkdownIt) => void) => void;
    }) => void,
    md,
  ) {
    configure({ amendLibrary: (_, set) => set(md) });
  },
  VitePress({ markdown }: { markdown: { config: (md: MarkdownIt) => void } }, md) {
    markdown.config(md);
  },
};

test.each(Object.keys(setUps))(
  'with the configuration for %s a build prints what is wrong, and stops',
  async (generator) => {
    const file = join(folder, `${generator}.mjs`);
    writeFileSync(file, write(generator));
    const { default: configuration } = await import(pathToFileURL(file).href);
    const md = new MarkdownIt();
    setUps[generator]?.(configuration as never, md);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(md.render('\n[[tell:+1 201 555 0123]]', { path: 'a.md' })).toContain(
      '[[tell',
    );
    expect(() => md.render('[[tel:cal +1 201 555 0123]]', { path: 'b.md' })).toThrow(
      'b.md:1:1: ',
    );
    expect(warn.mock.calls.flat()).toEqual([
      expect.stringMatching(/^a\.md:2:1: Unknown service `tell`/),
      expect.stringMatching(/^b\.md:1:1: /),
    ]);
    warn.mockRestore();
  },
);

test('each other one stops the build, but remark-cli, which prints all', () => {
  for (const generator of Object.keys(configurations)) {
    expect(write(generator).includes('"invalid":"error"')).toBe(
      generator !== 'remark-cli',
    );
  }
});
