/** The keys under which hosts name the file of a page in `env`, the surest first. */
const namesOfFile: ReadonlyArray<ReadonlyArray<string>> = [
  // Eleventy: https://www.11ty.dev/docs/data-eleventy-supplied/#page-variable
  ['page', 'inputPath'],
  // VitePress; `path` is the file after a rewrite of its route.
  // https://github.com/vuejs/vitepress/blob/v1.6.4/src/node/markdownToVue.ts
  ['realPath'],
  ['path'],
  // Hexo: https://github.com/hexojs/hexo-renderer-markdown-it/blob/7.1.1/lib/renderer.js
  ['postPath'],
];

/** Get the path of the file of a page, where the host names it. */
export function pathOf(env: unknown): string | undefined {
  return namesOfFile
    .map((keys) => keys.reduce(get, env))
    .find((path) => typeof path === 'string');
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** The last line of front matter, at the end of a text. */
const endOfFrontMatter = /(?:^|\n)(?:-{3,}|\+{3}|;{3,})[ \t]*\n\s*$/;

/**
 * Count the lines of a file before the text that a host has given to markdown-it, which is
 * often the file without its front matter.
 *
 * @returns
 *   The number of lines. It is `0` where the text is not what comes after front matter in the
 *   file, as when a host has included another file, and where no file can be read, as in a
 *   browser.
 */
export function linesBefore(path: string, text: string): number {
  const file = normalize(read(path)).trimEnd();
  const body = normalize(text).trimEnd();
  const start = body.trimStart();
  const before = file.slice(0, file.length - start.length);
  if (!file.endsWith(start) || !endOfFrontMatter.test(before)) return 0;
  return endings(before) - endings(body.slice(0, body.length - start.length));
}

function endings(text: string): number {
  return text.split('\n').length - 1;
}

/** Write a text with LF, and without a byte order mark. */
function normalize(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * Read a file; empty where there is none. Node.js, Bun and Deno give the module without an
 * import, which would fail in bundles for browsers.
 */
function read(path: string): string {
  const files = globalThis.process?.getBuiltinModule?.('node:fs');
  try {
    return files?.readFileSync(path, 'utf8') ?? '';
  } catch {
    // The path that a host names need not be a file.
    return '';
  }
}
