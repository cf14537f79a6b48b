import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { makeFolder, run, runAlone } from './helpers/command.js';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

const contacts = JSON.stringify({
  alice: { skype: 'echo123', teams: 'alice@contoso.com' },
});

interface Message {
  actual: string;
  expected?: Array<string>;
  line: number;
  column: number;
  place: { start: { offset: number }; end: { offset: number } };
  ruleId: string;
}

/** Check a page, and give the messages on it. */
async function messagesOn(
  page: string,
  name = 'page.md',
  options: object = {},
): Promise<Array<Message>> {
  const folder = makeFolder({
    [name]: page,
    'contacts.json': contacts,
    '.contact-linksrc.json': JSON.stringify(options),
  });
  const { stdout } = await run(
    folder,
    'check',
    name,
    '-c',
    'contacts.json',
    '--report',
    'json',
  );
  return JSON.parse(stdout).flatMap(
    ({ messages }: { messages: Array<Message> }) => messages,
  );
}

describe('check', () => {
  test('tells file, line and column, and what to write instead', async () => {
    const folder = makeFolder({
      'contacts.json': contacts,
      'docs/a.md':
        '# Call\n\n- us: [[skype:cal echo123]]\n- [her](skype:echo123?call)\n',
      'docs/deep/b.md': 'Ring <skype:nobody>\n',
      'docs/c.md': 'Nothing\n',
    });
    const { status, stderr, stdout } = await run(
      folder,
      'check',
      'docs',
      '-c',
      'contacts.json',
    );
    expect(stdout).toBe(
      [
        'docs/a.md:3:7: warning: Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call echo123]]` [unknown-action]',
        'docs/a.md:4:3: warning: Skype closed on 5 May 2025, and Microsoft moved its users to Teams [retired-service]',
        '  write: [her](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)',
        'docs/deep/b.md:1:6: warning: Link to Skype [retired-service]',
        '  note: No replacement for this link: `contacts` has no teams address for `nobody`',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe(
      'Skype closed on 5 May 2025, and Microsoft moved its users to Teams: 2 links in 2 files\nChecked 3 files: 3 warnings\n',
    );
    expect(status).toBe(0);
  });

  test.each([
    ['shorthand', '[[skype:call echo123|us]]', '[[teams:call alice@contoso.com|us]]'],
    [
      'link',
      '[*us*](skype:echo123 "x")',
      '[*us*](https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com "x")',
    ],
    [
      'autolink',
      '<skype:echo123>',
      '[alice](https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com)',
    ],
  ])('tells of a %s at its place', async (_, actual, expected) => {
    for (const [before, after] of [
      ['so ', ' and'],
      ['> - a\r\n>   ', '\r\n'],
      ['| a |\n| - |\n| é ', ' |'],
      ['\uFEFF', ''],
    ] as const) {
      const source = actual.replace('|us', before.startsWith('|') ? '\\|us' : '|us');
      const page = before + source + after;
      const [message, ...others] = await messagesOn(page);
      expect(others).toEqual([]);
      const mark = page.startsWith('\uFEFF') ? 1 : 0;
      expect(message).toMatchObject({
        ruleId: 'retired-service',
        actual: source,
        expected: [expected.replace('|us', before.startsWith('|') ? '\\|us' : '|us')],
        line: before.split('\n').length,
        column: (before.split('\n').at(-1) ?? '').length + 1 - mark,
        place: { start: { offset: before.length - mark } },
      });
    }
  });

  test('tells of definitions, and of the addresses of anchors in HTML and JSX', async () => {
    const page =
      '[x][]\n\n<p>\n<a href="skype:echo123?call&amp;video=true">x</a></p>\n\n[x]: skype:echo123\n';
    expect(await messagesOn(page)).toMatchObject([
      {
        line: 4,
        column: 9,
        actual: '"skype:echo123?call&amp;video=true"',
        expected: [
          '"https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com&amp;withVideo=true"',
        ],
      },
      { line: 6, column: 1, actual: '[x]: skype:echo123' },
    ]);
    const jsx = "<b>a</b> <a className='x' href={'skype:echo123'}>x</a>\n";
    expect(await messagesOn(jsx, 'page.mdx')).toMatchObject([
      { line: 1, column: 32, actual: "{'skype:echo123'}" },
    ]);
  });

  test('says to write what migrate writes', async () => {
    const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
    const names = readdirSync(fixtures).filter(
      (name) =>
        existsSync(`${fixtures}${name}/after.md`) &&
        !existsSync(`${fixtures}${name}/arguments.json`) &&
        !existsSync(`${fixtures}${name}/config.json`),
    );
    const read = (name: string) => readFileSync(fixtures + name, 'utf8');
    const pages = names.map((name) => [`${name}.md`, read(`${name}/before.md`)]);
    const folder = makeFolder(Object.fromEntries(pages));
    const write = async () => {
      const args = ['-c', `${fixtures}contacts.json`, '--report', 'json'];
      const files: Array<{ path: string; messages: Array<Message> }> = JSON.parse(
        (await run(folder, 'check', '.', ...args)).stdout,
      );
      for (const { messages, path } of files) {
        const page = readFileSync(join(folder, path), 'utf8');
        let result = '';
        let done = 0;
        for (const { actual, expected, place, ruleId } of messages) {
          const { end, start } = place;
          if (ruleId !== 'retired-service' || !expected || start.offset < done)
            continue;
          expect(page.slice(start.offset, end.offset)).toBe(actual);
          result += page.slice(done, start.offset) + expected[0];
          done = end.offset;
        }
        writeFileSync(join(folder, path), result + page.slice(done));
      }
    };
    expect(names.length).toBeGreaterThan(5);
    await write();
    // Now what is inside of other links.
    await write();
    for (const name of names) {
      expect(readFileSync(join(folder, `${name}.md`), 'utf8')).toBe(
        read(`${name}/after.md`),
      );
    }
  });

  test('says each thing once, whatever the options of the plugin are', async () => {
    const page = '[[skype:call echo123]] [[skype:call nobody]] [[skype:cal x]]';
    const rules = async (options: object) =>
      (await messagesOn(page, 'page.md', options)).map(({ ruleId }) => ruleId);
    expect(await rules({})).toEqual([
      'retired-service',
      'retired-service',
      'unknown-action',
    ]);
    expect(await rules({ redirect: { skype: 'teams' } })).toEqual([
      'retired-service',
      'retired-service',
      'unknown-action',
    ]);
    expect(await rules({ retired: 'ignore' })).toEqual(['unknown-action']);
    expect(await rules({ retired: 'ignore', redirect: { skype: 'teams' } })).toEqual([
      'no-replacement',
      'unknown-action',
    ]);
    expect(await rules({ invalid: 'ignore', retired: 'ignore' })).toEqual([]);
  });

  test('reads MDX in files of that name only, and tells where it cannot', async () => {
    const folder = makeFolder({
      'a.md': '{ [x](skype:a)\n',
      'b.mdx': '{ [x](skype:a)\n',
      'c.mdx': 'a\n\n<Foo>\n\n[x](skype:a)\n',
    });
    const { status, stdout } = await run(folder, 'check', '.');
    expect(stdout).toMatch(/^a\.md:1:3: warning: Skype closed/);
    expect(stdout).toMatch(/^b\.mdx:2:1: error: Cannot parse file: .+ \[syntax\]$/m);
    // The end of the file is nowhere; what is not closed is somewhere.
    expect(stdout).toMatch(
      /^c\.mdx:3:1: error: Cannot parse file: Expected a closing tag/m,
    );
    expect(status).toBe(1);
  });
});

describe('the exit status', () => {
  test.each<[number, string, Array<string>, object]>([
    [0, 'Fine [[tel:+12015550123]]', [], {}],
    [0, 'Fine [[tel:+12015550123]]', ['--frail'], {}],
    [0, '[[skype:cal a]]', [], {}],
    [1, '[[skype:cal a]]', ['--frail'], {}],
    [1, '[x](skype:a)', ['-f'], {}],
    [1, '[[skype:cal a]]', [], { invalid: 'error' }],
  ])('is %i for %s with %j and %j', async (expected, page, args, config) => {
    const folder = makeFolder({
      'page.md': page,
      '.contact-linksrc.json': JSON.stringify(config),
    });
    expect((await run(folder, 'check', 'page.md', ...args)).status).toBe(expected);
  });

  test('is 1 for a file that cannot be read', async () => {
    const { status, stdout } = await run(makeFolder(), 'check', 'missing.md');
    expect(stdout).toBe('missing.md: error: No such file or folder [cannot-read]\n');
    expect(status).toBe(1);
  });

  test.each<[string, Array<string>]>([
    [
      'Unknown command `chek`, expected one of: check, expand, list, migrate; did you mean `check`?\n',
      ['chek', '.'],
    ],
    [
      'Unknown command `x`, expected one of: check, expand, list, migrate\n',
      ['x', '.'],
    ],
    ['Unknown option `--wat`; did you mean `--watch`?\n', ['check', '--wat', '.']],
    [
      'Unknown option `--contact`; did you mean `--contacts`?\n',
      ['check', '--contact'],
    ],
    ['Unknown option `--elsewhere`; see `contact-links --help`\n', ['--elsewhere']],
    [
      `Unknown option \`--${'contacts'.repeat(9)}\`; see \`contact-links --help\`\n`,
      [`--${'contacts'.repeat(9)}`],
    ],
    ['Unknown option `-x`; see `contact-links --help`\n', ['check', '-x', '.']],
    ['`--write` is an option of `migrate`', ['check', '--write', '.']],
    ['name files or folders', ['check']],
    ['Usage: contact-links', []],
    ['Cannot read address book `none.json`', ['check', '.', '--contacts', 'none.json']],
    [
      'Cannot find reporter `jsn`, expected one of: lines, json, sarif, github, or a vfile reporter that is installed; did you mean `json`?\n',
      ['check', '.', '--report', 'jsn'],
    ],
    ['Cannot read given file `none`', ['check', '.', '--rc-path', 'none']],
    ['Cannot read ignore file', ['check', '.', '--ignore-path', 'none']],
    ['Missing value of `--contacts`', ['check', '.', '--contacts=']],
    [
      'Wrong value of `--to`: given `tel:cal`, expected `shorthand`, `tel`, `tel:call`\n',
      ['migrate', '.', '--to', 'tel:cal'],
    ],
    [
      'Wrong value of `--to`: given `shorthand:call`, expected `shorthand`,',
      ['migrate', '.', '--to', 'shorthand:call'],
    ],
    ['or one with an action, as in `tel:call`\n', ['migrate', '.', '--to', 'nope']],
    [
      'Wrong value of `--to`: given `skype`, expected',
      ['migrate', '.', '--to', 'skype'],
    ],
    ['Cannot watch standard input', ['check', '-', '--watch']],
    ['`--init-contacts` needs `--contacts`', ['migrate', '.', '--init-contacts']],
  ])('is 2 with: %s', async (message, args) => {
    const { status, stderr } = await run(
      makeFolder({ 'a.md': '[x](skype:a)' }),
      ...args,
    );
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('is 2 for a wrong option, which the plugin tells', async () => {
    const folder = makeFolder({
      '.contact-linksrc.json': '{"contacts": {"a": {"skyp": "b"}}}',
      'docs/page.md': '[[skype:a]]',
    });
    const { status, stderr } = await run(folder, 'check', 'docs');
    expect(stderr).toMatch(
      /^\.contact-linksrc\.json: Wrong option `contacts\.a\.skyp`/,
    );
    expect(status).toBe(2);
  });

  test.each<[string, object, object]>([
    ['c.json: Wrong option `contacts.a.skyp`', { a: { skyp: 'b' } }, {}],
    ['c.json: Wrong option `contacts.a.own`', { a: { own: 'b' } }, { contacts: {} }],
    [
      '.contact-linksrc.json: Wrong option `contacts.b.skyp`',
      { a: { skype: 'b' } },
      { contacts: { b: { skyp: 'b' } } },
    ],
    [
      '.contact-linksrc.json: Wrong option `redirect` for remark-contact-links: given `"teams"`, expected an object',
      { a: { skype: 'b' } },
      { redirect: 'teams' },
    ],
  ])('is 2 with the file in: %s', async (message, contacts, config) => {
    const folder = makeFolder({
      'c.json': JSON.stringify(contacts),
      '.contact-linksrc.json': JSON.stringify(config),
      'page.md': 'text',
    });
    for (const args of [['check'], ['migrate'], ['migrate', '--to', 'shorthand']]) {
      const { status, stderr } = await run(folder, ...args, '.', '-c', 'c.json');
      expect(stderr).toContain(message);
      expect(stderr.indexOf(message)).toBe(0);
      expect(status).toBe(2);
    }
  });

  test('is 2 for a plugin that is not there, or that cannot be used', async () => {
    const folder = makeFolder({
      'docs/.contact-linksrc.json': '{"plugins": ["remark-nowhere"]}',
      'docs/page.md': '[[skype:a]]',
      'other/.contact-linksrc.mjs':
        'export default {plugins: [() => { throw new Error("Wrong") }]}',
      'other/page.md': '[[skype:a]]',
    });
    expect(await run(folder, 'check', 'docs')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'docs/.contact-linksrc.json: Cannot find plugin `remark-nowhere`; install it where this file is\n',
    });
    expect(await run(folder, 'check', 'other')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'other/.contact-linksrc.mjs: Cannot use the configured plugins: Wrong\n',
    });
  });

  test.each([
    [0, ['--help']],
    [1, ['check', 'missing.md']],
    [2, ['check']],
  ] as const)('is %i for the process, too', async (expected, args) => {
    const folder = makeFolder();
    const result = runAlone(folder, ...args);
    expect(result.status).toBe(expected);
    expect(result).toEqual(await run(folder, ...args));
  });

  test('is 0 for help and version', async () => {
    const help = await run(makeFolder(), '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('--init-contacts');
    expect(await run(makeFolder(), '--version')).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
    });
  });
});

describe('reporters', () => {
  const page = 'a [[skype:cal 100%,a]]\n\n[over\nlines](skype:nobody)\n';

  test('json', async () => {
    const folder = makeFolder({ 'page.md': page });
    const [file, ...others] = JSON.parse(
      (await run(folder, 'check', '.', '--report', 'json')).stdout,
    );
    expect(others).toEqual([]);
    expect(file).toMatchObject({
      path: 'page.md',
      messages: [
        { line: 1, column: 3, fatal: false, ruleId: 'unknown-action' },
        {
          ...{
            line: 3,
            column: 1,
            ruleId: 'retired-service',
            actual: '[over\nlines](skype:nobody)',
          },
          ...{ note: expect.stringContaining('no teams address for `nobody`') },
          ...{ url: expect.stringMatching(/#retired-service$/) },
        },
      ],
    });
  });

  test('github', async () => {
    const folder = makeFolder({ 'a,b:c/100%.md': page });
    expect((await run(folder, 'check', '.', '--report', 'github')).stdout).toBe(
      [
        '::warning file=a%2Cb%3Ac/100%25.md,line=1,endLine=1,col=3,endColumn=23,title=unknown-action::Unknown action `cal` for skype; did you mean `call`?',
        '::warning file=a%2Cb%3Ac/100%25.md,line=3,endLine=4,title=retired-service::Skype closed on 5 May 2025, and Microsoft moved its users to Teams%0ANo replacement for this link: `contacts` has no teams address for `nobody`',
        '',
      ].join('\n'),
    );
  });

  test('sarif', async () => {
    const folder = makeFolder({
      'a b/100%#.md': `${page}\n[{0}](skype:nobody)\n`,
      'contacts.json': '{"nobody": {"skype": "nobody", "teams": "n@example.org"}}',
      'wrong.md': '<skype:nobody',
      'broken.mdx': '{ <skype:nobody>',
    });
    const report = async (...given: Array<string>) =>
      JSON.parse((await run(folder, 'check', ...given, '--report', 'sarif')).stdout);
    const { $schema, id, ...schema } = JSON.parse(
      readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    // It can say no.
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
    const log = await report('.', 'gone.md', '-c', 'contacts.json');
    validate(log);
    expect(validate.errors).toBe(null);
    const [{ results, tool }] = log.runs;
    expect(tool.driver).toMatchObject({ name: 'contact-links', version });
    expect(tool.driver.rules).toContainEqual({
      id: 'retired-service',
      helpUri: expect.stringMatching(/#retired-service$/),
    });
    const at = (uri: string, region?: object) => [
      { physicalLocation: { artifactLocation: { uri }, ...(region && { region }) } },
    ];
    expect(results).toEqual([
      {
        ruleId: 'unknown-action',
        level: 'warning',
        message: {
          text: 'Unknown action `cal` for skype; did you mean `call`?',
        },
        locations: at('a%20b/100%25%23.md', {
          ...{ startLine: 1, startColumn: 3, endLine: 1, endColumn: 23 },
        }),
      },
      {
        ruleId: 'retired-service',
        level: 'warning',
        message: { text: expect.stringMatching(/\nwrite: \[over\nlines\\\]\(https:/) },
        locations: at('a%20b/100%25%23.md', {
          ...{ startLine: 3, startColumn: 1, endLine: 4, endColumn: 21 },
        }),
      },
      {
        ruleId: 'retired-service',
        level: 'warning',
        // Neither a placeholder nor an embedded link.
        message: { text: expect.stringMatching(/\nwrite: \[\{\{0\}\}\\\]\(https:/) },
        locations: at('a%20b/100%25%23.md', {
          ...{ startLine: 6, startColumn: 1, endLine: 6, endColumn: 20 },
        }),
      },
      {
        ruleId: 'syntax',
        level: 'error',
        message: { text: expect.stringContaining('Cannot parse file') },
        locations: at('broken.mdx', expect.anything()),
      },
      {
        ruleId: 'cannot-read',
        level: 'error',
        message: { text: 'No such file or folder' },
        locations: at('gone.md'),
      },
    ]);
    // Without a message it is a log of a run that found nothing.
    const empty = await report('wrong.md');
    expect(validate(empty)).toBe(true);
    expect(empty.runs[0].results).toEqual([]);
    const [outside] = (await report(join(folder, '../none.md'))).runs[0].results;
    expect(outside.locations).toEqual(at('../none.md'));
  });

  test('a reporter of the site', async () => {
    const folder = makeFolder({
      'page.md': page,
      'node_modules/vfile-reporter-count/index.js':
        'export default (files) => `messages: ` + files[0].messages.length',
      'node_modules/vfile-reporter-count/package.json':
        '{"name": "vfile-reporter-count", "type": "module", "exports": "./index.js"}',
    });
    expect((await run(folder, 'check', '.', '--report', 'count')).stdout).toBe(
      'messages: 2\n',
    );
    makeFolder(
      {
        'broken.js': 'import "nowhere"',
        'none.js': 'export default 1',
        'throws.js': 'export default () => { throw new Error("Wrong") }',
      },
      folder,
    );
    const wrong = async (name: string) =>
      (await run(folder, 'check', '.', '--report', name)).stderr;
    expect(await wrong('./broken.js')).toMatch(
      /^Cannot use reporter `.\/broken.js`: Cannot find package 'nowhere'/,
    );
    expect(await wrong('./throws.js')).toBe(
      'Cannot use reporter `./throws.js`: Wrong\n',
    );
    expect(await wrong('./none.js')).toBe(
      'Cannot use `./none.js`: it is not a reporter\n',
    );
  });
});
