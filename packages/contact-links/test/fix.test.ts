import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../src/edit.js';
import { composeEdits } from '../src/fix/compose.js';
import { createFixer } from '../src/fix/fix-source.js';
import { binary, makeFolder, onWindows, run } from './helpers/command.js';

/** Fix a page, and give what becomes of it. */
async function fix(page: string, name = 'page.md', options: object = {}) {
  const folder = makeFolder({
    [name]: page,
    '.contact-linksrc.json': JSON.stringify(options),
  });
  const result = await run(folder, 'check', name, '--fix');
  return { ...result, page: readFileSync(join(folder, name), 'utf8') };
}

describe('check --fix', () => {
  test.each([
    ['[x](<tel:+1 201 555 0123>)', '[x](<tel:+12015550123>)'],
    ['<mailto://a@b.example>', '<mailto:a@b.example>'],
    ['[x]: mailto:%20a@b.example', '[x]: mailto:a@b.example'],
    ["<a href='mailto: a@b.example'>x</a>", "<a href='mailto:a@b.example'>x</a>"],
    [
      '> <p>\n> <a href="mailto: a@b.example">x</a>',
      '> <p>\n> <a href="mailto:a@b.example">x</a>',
    ],
    ['[x](mailto: a@b.example)', '[x](mailto:a@b.example)'],
    ['a [*x*](mailto: a@b.example)', 'a [*x*](mailto:a@b.example)'],
    [
      '[x](mail:a@b.example) [y](tell:+12015550123)',
      '[x](mailto:a@b.example) [y](tel:+12015550123)',
    ],
    ['[[sip:a@b.example, c@d.example]]', '[[sip:a@b.example]], [[sip:c@d.example]]'],
    ['> a\n> [[mailt:a@b.example|x]]\n> b', '> a\n> [[mailto:a@b.example|x]]\n> b'],
    ['[see [[tel:+12015550123]] now](u)', '[see now](u) [[tel:+12015550123]]'],
    ['- [[tel:+12015550123]\n- b', '- [[tel:+12015550123]]\n- b'],
    ['## [[mailto:a@b.example] ##', '## [[mailto:a@b.example]] ##'],
    ['*[[mailto:a@b.example] x*', '*[[mailto:a@b.example]] x*'],
    [
      '| a |\n| - |\n| [[sms:+12015550123 text=Hi\\|*b*]] |',
      '| a |\n| - |\n| [[sms:+12015550123 body=Hi\\|*b*]] |',
    ],
    // One change makes another one possible.
    [
      '[see [[tel:+12015550123]] and <mailto://a@b.example>](mail:a@b.example)',
      '[see and <mailto:a@b.example>](mailto:a@b.example) [[tel:+12015550123]]',
    ],
  ])('makes %j %j', async (before, after) => {
    expect((await fix(`${before}\n`)).page).toBe(`${after}\n`);
  });

  test.each([
    ['a number without a country', '[x](tel:2015550123)'],
    ['a name that is near', '[[teams:chat @alise]]'],
    ['what may be one name or two', '[[skype:bob smith.jones]]'],
    [
      'a link to a service that has closed',
      '[x](skype:echo123) <https://gitter.im/a/b>',
    ],
    ['code', '`[x](mailto: a@b.example)`\n\n    [[sms:+12015550123 text=Hi]]'],
    [
      'what a comment silences',
      '<!-- contact-links-disable -->\n\n[x](mail:a@b.example)',
    ],
  ])('leaves %s alone', async (_, page) => {
    const options = { contacts: { alice: { teams: 'alice@contoso.com' } } };
    const result = await fix(`${page}\n`, 'page.md', options);
    expect(result.page).toBe(`${page}\n`);
    expect(result.stderr).toContain('Nothing to fix\n');
  });

  test('leaves rules alone that are off', async () => {
    const page = '[x](mail:a@b.example)\n';
    const options = { rules: { 'misspelled-scheme': 'off' } };
    expect((await fix(page, 'page.md', options)).page).toBe(page);
  });

  test('changes JSX, and components that are named', async () => {
    const page =
      '<a href="mailto: a@b.example">x</a> <Link to="u" href={"mail:a@b.example"} />\n';
    expect((await fix(page, 'page.mdx', { components: ['Link'] })).page).toBe(
      '<a href="mailto:a@b.example">x</a> <Link to="u" href="mailto:a@b.example" />\n',
    );
  });

  test('reports what is left, and ends with its status', async () => {
    const files = {
      'a.md': '[x](mail:a@b.example) [y](tel:2015550123)\n',
      'b.md': '[x](mail:a@b.example)\n',
    };
    const folder = makeFolder(files);
    const { status, stderr, stdout } = await run(folder, 'check', '.', '--fix', '-f');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^a\.md:1:25: warning: Invalid tel link: .*\n$/);
    expect(stderr).toBe('Fixed 2 links in 2 files\nChecked 2 files: 1 warning\n');
    const again = await run(folder, 'check', '.', '--fix');
    expect(again).toMatchObject({ status: 0, stdout });
    expect(again.stderr).toBe('Nothing to fix\nChecked 2 files: 1 warning\n');
    expect((await run(folder, 'check', 'b.md', '--fix', '-f')).status).toBe(0);
  });

  test('shows a diff with --fix-dry-run, and what would be left', async () => {
    const page = '\uFEFF[x](mail:a@b.example)\r\n[y](tel:2015550123)\r\n';
    const folder = makeFolder({ 'page.md': page });
    const args = ['check', '.', '--fix-dry-run'];
    const { status, stderr, stdout } = await run(folder, ...args);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        '--- a/page.md\n+++ b/page.md\n@@ -1,2 +1,2 @@\n',
        '-\uFEFF[x](mail:a@b.example)\r\n+\uFEFF[x](mailto:a@b.example)\r\n [y](tel:2015550123)\r\n',
      ].join(''),
    );
    expect(stderr).toMatch(
      /^page\.md:2:1: warning: .+\nWould fix 1 link in 1 file; `--fix` does\nChecked 1 file: 1 warning\n$/,
    );
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(page);
    await run(folder, 'check', '.', '--fix', '-q');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(
      page.replace('mail:', 'mailto:'),
    );
  });

  test('shows several passes as one change', async () => {
    const page =
      '[see [[tel:+12015550123]] and <mailto://a@b.example>](mail:a@b.example)\n';
    const folder = makeFolder({ 'page.md': page });
    const { stdout } = await run(folder, 'check', '.', '--fix-dry-run');
    expect(stdout).toBe(
      `--- a/page.md\n+++ b/page.md\n@@ -1,1 +1,1 @@\n-${page}+[see and <mailto:a@b.example>](mailto:a@b.example) [[tel:+12015550123]]\n`,
    );
  });

  test('prints standard input with its changes, and the report on standard error', () => {
    const input = '[x](mail:a@b.example) [y](tel:2015550123)\n';
    const type = (text: string | Buffer) =>
      spawnSync(process.execPath, [binary, 'check', '-', '--fix', '--no-config'], {
        input: text,
      });
    const { stderr, stdout } = type(input);
    expect(String(stdout)).toBe('[x](mailto:a@b.example) [y](tel:2015550123)\n');
    expect(String(stderr)).toMatch(
      /^<stdin>:1:25: warning: .+\nFixed 1 link in 1 file\n/,
    );
    const latin = Buffer.from('caf\u00e9 [x](mail:a@b.example)\n', 'latin1');
    expect(type(latin).stdout).toEqual(latin);
    expect(String(type('nothing\n').stdout)).toBe('nothing\n');
  });

  test.each([
    [['--fix', '--watch'], 'Cannot fix files while watching them'],
    [['--fix-dry-run', '--watch'], 'Cannot fix files while watching them'],
    [['--fix', '--fix-dry-run'], 'Cannot use `--fix` and `--fix-dry-run` together'],
  ])('refuses %s', async (args, reason) => {
    const { status, stderr } = await run(makeFolder({}), 'check', '.', ...args);
    expect(stderr).toContain(reason);
    expect(status).toBe(2);
  });

  test.skipIf(onWindows)(
    'leaves files alone that are out of the folder, and says what is wrong with them',
    async () => {
      const other = makeFolder({ 'a.md': '[x](mail:a@b.example)\n' });
      const folder = makeFolder({});
      symlinkSync(join(other, 'a.md'), join(folder, 'a.md'));
      const { stdout } = await run(folder, 'check', '.', '--fix');
      expect(stdout).toContain('[outside]');
      expect(stdout).toContain('[misspelled-scheme]');
      expect(readFileSync(join(other, 'a.md'), 'utf8')).toBe('[x](mail:a@b.example)\n');
    },
  );

  test('refuses a fix that changes more than its link', async () => {
    // Without the bracket that is open, GFM finds the address in another way.
    const page = 'a [[tel:+12015550123]\n[*us*](mailto:a@b.example?subject=The Data)';
    const { page: after, stdout } = await fix(`${page} [y](mail:c@d.example)\n`);
    expect(after).toBe(`${page} [y](mailto:c@d.example)\n`);
    expect(stdout).toContain('[unclosed]');
  });
});

/** Mistakes with an id, and what they become. */
const mistakes: ReadonlyArray<(id: number) => [before: string, after: string]> = [
  (id) => [
    `[ring *us*](mail:a${id}@b.example)`,
    `[ring *us*](mailto:a${id}@b.example)`,
  ],
  (id) => [`[x](<tell:+1201555${id}> "a")`, `[x](<tel:+1201555${id}> "a")`],
  (id) => [`<mailto://a${id}@b.example>`, `<mailto:a${id}@b.example>`],
  (id) => [`[w](mailto: a${id}@b.example)`, `[w](mailto:a${id}@b.example)`],
  (id) => [
    `[w](mailto:a${id}@b.example?subject=The Day)`,
    `[w](mailto:a${id}@b.example?subject=The%20Day)`,
  ],
  (id) => [`<a href='mailto: a${id}@b.example'>`, `<a href='mailto:a${id}@b.example'>`],
  (id) => [
    `\n\n[ref${id}]: mailto:%20a${id}@b.example "a"\n\n`,
    `\n\n[ref${id}]: mailto:a${id}@b.example "a"\n\n`,
  ],
  (id) => [`[[teams:caht a${id}@b.example]]`, `[[teams:chat a${id}@b.example]]`],
  (id) => [
    `[[sip:a${id}@b.example, c@d.example]]`,
    `[[sip:a${id}@b.example]], [[sip:c@d.example]]`,
  ],
  (id) => [`[[mailtoo:a${id}@b.example|x *y*]]`, `[[mailto:a${id}@b.example|x *y*]]`],
  (id) => [
    `[see [[mailto:a${id}@b.example]] now](u)`,
    `[see now](u) [[mailto:a${id}@b.example]]`,
  ],
  (id) => [`[[mailto:a${id}@b.example]`, `[[mailto:a${id}@b.example]]`],
];

const fixer = createFixer({ options: {}, plugins: [] });

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** What a page is made of, apart from anchors. */
function tagsOf(text: string): Array<string> {
  return String(processor.processSync(text)).match(/<(?!\/?a\b)[^>]*>/g) ?? [];
}

/**
 * Fix a document, and hold it against what may become of it.
 *
 * @returns
 *   How many of the mistakes were put right.
 */
function checkLaws(source: string, inserted: ReadonlyArray<[string, string]>): number {
  const file = new VFile({ path: 'page.md' });
  const fixed = fixer({ file, text: source });
  if (!fixed) return 0;
  const { edits, text } = fixed;
  expect(applyEdits(source, edits)).toBe(text);
  // Taking back what was put right gives the document as it was.
  let count = 0;
  let restored = text;
  for (const [before, after] of inserted) {
    if (!restored.includes(after)) continue;
    count++;
    restored = restored.replace(after, () => before);
  }
  expect(restored).toBe(source);
  expect(tagsOf(text)).toEqual(tagsOf(source));
  expect(fixer({ file, text })).toBeUndefined();
  return count;
}

/** Whether a place of a text is between brackets of its paragraph. */
function isInBrackets(text: string, place: number): boolean {
  const [paragraph = ''] = text
    .slice(0, place)
    .split(/\n\s*\n/)
    .slice(-1);
  let depth = 0;
  for (const character of paragraph) {
    if (character === '[') depth++;
    else if (character === ']') depth = Math.max(0, depth - 1);
  }
  return depth > 0 && place < text.length;
}

describe('fixing changes bytes of links only, and nothing more the second time', () => {
  test('in documents of all kinds', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('word', 'a@b.example', 'https://x.example'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '*',
          '_',
          '`',
          '[',
          ']',
          '(u)',
          '\\',
          '<b>',
          '|',
          '~',
          '&amp;',
          '^',
        ),
      },
      { weight: 4, arbitrary: fc.nat(mistakes.length - 1) },
    );
    const block = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `> ${text.replaceAll('\n', '\n> ')}`,
      (text) => `1. * ${text.replaceAll('\n', '\n     ')}`,
      (text) => `# ${text.replaceAll('\n', ' ')}`,
      (text) => `    ${text}`,
      (text) => `<p>\n${text}`,
      (text) => `| a |\n| - |\n| ${text.replace(/\n/g, ' ')} |`,
    );
    const line = fc.array(piece, { maxLength: 6 });
    const document = fc.array(
      fc.record({ block, lines: fc.array(line, { minLength: 1, maxLength: 3 }) }),
      { minLength: 1, maxLength: 4 },
    );
    let count = 0;
    fc.assert(
      fc.property(document, (blocks) => {
        let id = 1000;
        const inserted: Array<[string, string]> = [];
        const source = blocks
          .map(({ block: wrap, lines }) =>
            wrap(
              lines
                .map((pieces) =>
                  pieces
                    .map((each) => {
                      if (typeof each === 'string') return each;
                      const pair = mistakes[each]?.(id++) ?? ['', ''];
                      const [before, after] = pair.map((text) => text.trim());
                      inserted.push([before ?? '', after ?? '']);
                      return before;
                    })
                    .join(' '),
                )
                .join('\n'),
            ),
          )
          .join('\n\n');
        count += checkLaws(`${source}\n`, inserted);
      }),
      { numRuns: 200 },
    );
    expect(count).toBeGreaterThan(200);
  });

  test('in real Markdown', () => {
    const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
    const readmes = readdirSync(modules)
      .flatMap((name) =>
        ['readme.md', 'README.md'].map((file) => join(modules, name, file)),
      )
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, 'utf8'))
      .filter((text) => text.length > 2000 && text.length < 5000)
      .slice(0, 60);
    expect(readmes.length).toBe(60);
    let count = 0;
    for (const [index, readme] of readmes.entries()) {
      const whole = index % 2 === 0 ? readme : readme.replace(/\r?\n/g, '\r\n');
      const inserted: Array<[string, string]> = [];
      const [places = []] = fc.sample(
        fc.array(fc.tuple(fc.nat(whole.length - 2), fc.nat(mistakes.length - 1)), {
          minLength: 8,
          maxLength: 8,
        }),
        { numRuns: 1, seed: index },
      );
      let source = '';
      let at = 0;
      for (const [place, kind] of places.sort(([a], [b]) => a - b)) {
        // Where a word ends, as an author would write them; what is in a link moves out of it.
        let next = Math.max(at, whole.indexOf(' ', place), 1);
        while (isInBrackets(whole, next)) next++;
        const pair = mistakes[kind]?.(1000 + inserted.length) ?? ['', ''];
        inserted.push(pair);
        source += `${whole.slice(at, next)} ${pair[0]} `;
        at = next;
      }
      count += checkLaws(source + whole.slice(at), inserted);
    }
    expect(count).toBeGreaterThan(200);
  });
});

test('changes of changes are changes of the text', () => {
  const edit = (length: number) =>
    fc.array(
      fc.record({
        start: fc.nat(length),
        length: fc.integer({ min: 1, max: 4 }),
        text: fc.string({ minLength: 1, maxLength: 6 }),
      }),
      { maxLength: 5 },
    );
  /** Some that are in order and do not overlap. */
  const inOrder = (
    edits: ReadonlyArray<{ start: number; length: number; text: string }>,
    most: number,
  ) => {
    let last = 0;
    return [...edits]
      .sort((left, right) => left.start - right.start)
      .flatMap(({ length, start, text }) => {
        const end = start + length;
        if (start < last || end > most) return [];
        last = end;
        return [{ start, end, text }];
      });
  };
  fc.assert(
    fc.property(
      fc.string({ minLength: 5, maxLength: 30 }),
      edit(30),
      edit(40),
      (source, one, other) => {
        const first = inOrder(one, source.length);
        const between = applyEdits(source, first);
        const second = inOrder(other, between.length);
        const edits = composeEdits(source, first, second);
        expect(applyEdits(source, edits)).toBe(applyEdits(between, second));
        expect(
          inOrder(
            edits.map((each) => ({ ...each, length: each.end - each.start })),
            source.length,
          ),
        ).toEqual(edits);
      },
    ),
    { numRuns: 500 },
  );
});
