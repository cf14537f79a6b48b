import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../src/diff.js';
import { applyEdits, type Edit } from '../src/edit.js';
import { printable, printableLines, withoutCommands } from '../src/printable.js';
import { makeFolder, onWindows, run } from './helpers/command.js';

const contacts = { alice: { skype: 'echo123', teams: 'alice@contoso.com' } };
const book = { 'contacts.json': JSON.stringify(contacts) };
const link = '[x](skype:echo123)\n';

describe('a file that cannot be worked on', () => {
  test('because of how deep it is nested does not keep the others from it', async () => {
    const page = `${'> '.repeat(9000)}${link}`;
    const folder = makeFolder({ ...book, 'a.md': page, 'b.md': link });
    const message = 'a.md: error: Cannot process file: it is nested too deeply';
    expect(await run(folder, 'check', '.')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        `^${message} \\[cannot-process\\]\nb\\.md:1:1: warning: Skype closed`,
      ),
      stderr: 'Checked 2 files: 1 error, 1 warning\n',
    });
    const args = ['migrate', '.', '-c', 'contacts.json', '--write'];
    expect(await run(folder, ...args)).toMatchObject({
      status: 1,
      stderr: `${message} [cannot-process]\nRead 2 files\nChanged 1 link in 1 file\n`,
    });
    expect(await run(folder, 'check', 'b.md')).toMatchObject({ status: 0, stdout: '' });
    const init = ['migrate', '.', '-c', 'new.json', '--init-contacts'];
    expect(await run(folder, ...init)).toMatchObject({
      status: 1,
      stderr: `${message} [cannot-process]\nNobody is missing\n`,
    });
  });

  test('because of its size does not either', async () => {
    const folder = makeFolder({ 'a.md': '', 'b.md': '', 'c.md': link });
    // Sparse: they take no space. The larger one is more than Node.js reads at all.
    truncateSync(join(folder, 'a.md'), 600_000_000);
    truncateSync(join(folder, 'b.md'), 5_000_000_000);
    expect(await run(folder, 'check', '.', '--quiet')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        /^a\.md: error: Cannot read file: it is too large \[cannot-read\]\nb\.md: error: Cannot read file: it is too large \[cannot-read\]\nc\.md:1:1: /,
      ),
    });
  });

  test('because of a plugin does not either', async () => {
    const folder = makeFolder({
      'a.md': `${link}throw`,
      'b.md': link,
      '.contact-linksrc.mjs': `export default {plugins: [function () {
        const { parser } = this
        this.parser = (text, file) => {
          if (text.includes('throw')) throw new Error('No')
          return parser(text, file)
        }
      }]}`,
    });
    const { status, stdout } = await run(folder, 'check', '.');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^a\.md: error: Cannot process file: No \[cannot-process\]\nb\.md:1:1: /,
    );
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)(
    'is not in a folder that is closed',
    async () => {
      const folder = makeFolder({ 'a/b.md': link, 'c.md': link });
      chmodSync(join(folder, 'a'), 0);
      const { status, stdout } = await run(folder, 'check', '.');
      chmodSync(join(folder, 'a'), 0o755);
      expect(status).toBe(1);
      expect(stdout).toMatch(
        /^a: error: Cannot read: EACCES.* \[cannot-read\]\nc\.md:1:1: /,
      );
    },
  );

  test.skipIf(onWindows)(
    'because a link leads in a circle is reported, or is not a document',
    async () => {
      const folder = makeFolder({ 'b.md': link });
      symlinkSync('a.md', join(folder, 'a.md'));
      expect(await run(folder, 'check', 'a.md', 'b.md')).toMatchObject({
        status: 1,
        stdout: expect.stringMatching(
          /^a\.md: error: Cannot read: ELOOP.* \[cannot-read\]\nb\.md:1:1: /,
        ),
      });
      expect((await run(folder, 'check', '.')).stdout).toMatch(/^b\.md:1:1: /);
    },
  );

  test.skipIf(onWindows)('because it is a pipe is not waited for', async () => {
    const folder = makeFolder({ 'b.md': link });
    expect(spawnSync('mkfifo', [join(folder, 'a.md')]).status).toBe(0);
    expect((await run(folder, 'check', '.')).stdout).toMatch(/^b\.md:1:1: /);
    expect(await run(folder, 'check', 'a.md')).toMatchObject({
      status: 1,
      stdout: 'a.md: error: Cannot read file: it is not a regular file [cannot-read]\n',
    });
  });

  test.skipIf(onWindows)(
    'nor is one that is called like a configuration file',
    async () => {
      const folder = makeFolder({ 'docs/a.md': '[[skype:cal b]]\n' });
      const pipe = join(folder, 'docs/.contact-linksrc');
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      const { status, stderr } = await run(folder, 'check', 'docs');
      expect(status).toBe(2);
      expect(stderr).toContain(
        `Cannot read configuration \`${pipe}\`: it is not a file\n`,
      );
    },
  );

  test.skipIf(onWindows).each([
    ['--rc-path', 'Cannot read configuration `FOLDER/pipe`: it is not a file'],
    ['--contacts', 'Cannot read address book `pipe`: it is not a regular file'],
    ['--ignore-path', 'Cannot read ignore file: it is not a regular file'],
  ])('nor is one that %s names', async (option, message) => {
    const folder = makeFolder({ 'a.md': link });
    expect(spawnSync('mkfifo', [join(folder, 'pipe')]).status).toBe(0);
    expect(await run(folder, 'check', '.', option, 'pipe')).toEqual({
      status: 2,
      stdout: '',
      stderr: `${message.replace('FOLDER', folder)}\n`,
    });
  });
});

describe('a file that is not UTF-8', () => {
  test('is not mentioned without a contact link', async () => {
    const folder = makeFolder({
      'a.md': Buffer.from('caf\u00e9 [x](https://example.org)\n', 'latin1'),
      'b.md': Buffer.from('\uFEFFtext\n', 'utf16le'),
    });
    expect(await run(folder, 'check', '.')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Checked 2 files: nothing is wrong\n',
    });
  });
});

/** What a stranger could put into a name or a text to be seen or run by others. */
const evil = {
  'a terminal sequence': '\u001B[31mred\u001B]0;title\u0007',
  'an eight-bit sequence': '\u009B31m',
  'another line': 'x\nother.md:1:1: error: Forged [forged]',
  'another line on old systems': 'x\rother.md:1:1: error: Forged',
  'a command of GitHub': '::error::forged',
  'a command of GitHub, in the old form': '##[error]forged',
  'a command of Azure': '##vso[task.setvariable variable=a]forged',
  'text in another order': 'a\u202Egnp.exe\u2066b',
  'invisible text': 'a\u{E0041}b\u2028c',
};
const hidden =
  /(?![\n\t])\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
const command = /^\s*::|##\[|##vso\[/im;

const reporter = {
  'node_modules/vfile-reporter-all/index.js': `export default (files) => files.flatMap(
    ({messages, path}) => messages.map((m) => [path, m.file, m.name, String(m), m.message, m.reason,
      m.actual, m.expected, m.note, m.stack].flat().join('|'))).join('\\n')`,
  'node_modules/vfile-reporter-all/package.json':
    '{"name": "vfile-reporter-all", "type": "module", "exports": "./index.js"}',
};

describe.each(Object.entries(evil))('%s', (_, text) => {
  const inOneLine = text.replace(/[\n\r]/g, ' ');
  const page = [
    `[[skype:cal ${inOneLine.replace(/[[\]]/g, '')}]] ${inOneLine}`,
    `${text} [${text}](skype:echo123) <a title="${text}" href="skype:${inOneLine}">x</a>`,
    `[[skype:call echo123|${text}]]`,
    text,
  ].join('\n\n');
  // A `/` would be a folder.
  const name = `${text.replaceAll('/', '')}.md`;
  const folder = makeFolder({ ...book, ...reporter, [name]: page, 'b/c.md': page });

  test.each(['lines', 'github', 'json', 'sarif', 'all'])(
    'is harmless with reporter %s',
    async (report) => {
      const args = ['-c', 'contacts.json', '--report', report];
      const { stderr, stdout } = await run(folder, 'check', '.', ...args);
      expect(stdout).not.toMatch(hidden);
      const lines = stdout.trimEnd().split('\n');
      if (report === 'github') {
        for (const line of lines) expect(line).toMatch(/^::(?:warning|error) file=/);
      } else expect(stdout).not.toMatch(command);
      for (const line of lines) expect(line).not.toMatch(/^other\.md/);
      if (report === 'lines') {
        const shown = withoutCommands(printable(`${name}:1:1: `)).slice(0, 8);
        for (const line of lines) {
          const isKnown = /^(?: {2}(?:write|note): |b\/c\.md:\d+:\d+: )/.test(line);
          expect(isKnown || line.startsWith(shown)).toBe(true);
        }
      }
      if (report === 'sarif') {
        expect(JSON.parse(stdout).runs[0].results.length).toBeGreaterThan(1);
      }
      if (report === 'json') {
        // Programs get what it is.
        const files: Array<{ path: string; messages: Array<{ actual: string }> }> =
          JSON.parse(stdout);
        expect(files.map(({ path }) => path).sort()).toEqual(['b/c.md', name].sort());
        expect(files[0]?.messages.some(({ actual }) => page.includes(actual))).toBe(
          true,
        );
      }
      expect(stderr).toMatch(/^Checked 2 files: /m);
    },
  );

  test('is harmless in a diff, which says that it cannot be applied', async () => {
    const { stderr, stdout } = await run(folder, 'migrate', '.', '-c', 'contacts.json');
    for (const output of [stdout, stderr]) {
      expect(output).not.toMatch(hidden);
      expect(output).not.toMatch(command);
    }
    for (const line of stdout.split('\n')) expect(line).toMatch(/^(?:[-+ @\\]|$)/);
    expect(stderr).toContain('so it cannot be applied\n');
  });

  test('is harmless in what is wrong with the command', async () => {
    for (const args of [
      [text],
      [`--${text}`],
      ['check', '.', '--report', text],
      ['check', '.', '-c', text],
      ['check', '.', '-r', text],
      ['check', '.', '-i', text],
      ['migrate', '.', '--to', text],
      ['check', text],
      ['check', '.', '-c', 'wrong.json'],
      ['check', '.', '-c', 'broken.json'],
      ['migrate', '.', '--init-contacts', '-c', join('none', text)],
    ]) {
      makeFolder(
        {
          'wrong.json': JSON.stringify({ [text]: { skype: text } }),
          'broken.json': `{ ${text}`,
        },
        folder,
      );
      const { status, stderr, stdout } = await run(folder, ...args);
      expect(stderr + stdout).not.toMatch(hidden);
      expect(stderr + stdout).not.toMatch(command);
      expect((stderr + stdout).trim()).not.toBe('');
      expect(stderr + stdout).not.toContain('    at ');
      expect(stderr + stdout).not.toMatch(/^other\.md/m);
      expect(status).toBe(args[1] === text ? 1 : 2);
    }
  });
});

test('what is printed has nothing hidden, and no line is a command', () => {
  const character = fc.oneof(
    fc.constantFrom(
      ...'\n\r\t\u001B\u0085\u2028\u202E: #[]\uD800\uDC00',
      '::',
      '##[',
      '##VSO[',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const texts = fc.array(character).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const shown = withoutCommands(printableLines(text));
      expect(shown).not.toMatch(command);
      expect(shown.replaceAll('\r\n', '\n')).not.toMatch(hidden);
      expect(shown.isWellFormed()).toBe(true);
      expect(printable(text)).not.toMatch(/[\n\r]/);
      if (text.isWellFormed() && !hidden.test(text) && !command.test(text)) {
        expect(shown).toBe(text);
      }
    }),
  );
});

test.skipIf(onWindows)('a diff says which lines change, whatever the changes', () => {
  const folder = makeFolder();
  const documents = fc.array(
    fc.constantFrom('a', 'b', '\n', '\r\n', '\n\n\n\n\n\n\n\n\n'),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const places = fc.array(
    fc.tuple(fc.nat(60), fc.nat(4), fc.constantFrom('', 'x', 'y\nz')),
  );
  fc.assert(
    fc.property(documents, places, (parts, changes) => {
      const source = parts.join('');
      let at = 0;
      const edits: Array<Edit> = [];
      for (const [skip, length, text] of changes) {
        const start = at + skip;
        const end = start + length + 1;
        if (end > source.length) break;
        // What changes nothing would be a line that does not change, and two edits are apart.
        if (source.slice(start, end) !== text) edits.push({ start, end, text } as Edit);
        at = end + 1;
      }
      const changed = applyEdits(source, edits);
      if (edits.length === 0) return;
      makeFolder({ 'a.md': source }, folder);
      const { status, stderr } = spawnSync('patch', ['-s', '--binary', '-p1'], {
        cwd: folder,
        input: unifiedDiff('a.md', source, edits),
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(changed);
    }),
    { numRuns: 100 },
  );
});
