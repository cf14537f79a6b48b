import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { createCheck, createChecker } from '../src/check-source.js';
import { shorten } from '../src/shorten.js';

const project = { options: {}, plugins: [] };
const { check, markdown } = createChecker(project);
const checkShort = createCheck(project);
const mayHaveLinks = (part: string) => markdown.mayHaveLinks(part);
const short = (text: string) => shorten(text, mayHaveLinks).text;

/** What is said of a page, parsed as a whole and in part. */
function both(text: string): [whole: unknown, part: unknown] {
  const file = new VFile({ path: 'page.md' });
  checkShort({ file, text });
  const plain = (messages: VFile['messages']) =>
    messages.map(
      ({ actual, column, expected, fatal, line, place, reason, ruleId }) => ({
        ...{ actual, column, expected, fatal, line, place, reason, ruleId },
      }),
    );
  return [plain(check(new VFile({ path: 'page.md' }), text)), plain(file.messages)];
}

const link = '[x](skype:echo123)';

describe('what holds no link is left out', () => {
  test.each([
    ['paragraphs', `One\nand two.\n\n${link}\n\nThree.\n`, `\n${link}\n`],
    ['lists', `- one\n\n  two\n- three\n\n${link}\n`, `\n${link}\n`],
    ['code', `${link}\n\n\`\`\`js\na\n\nb\n\`\`\`\n`, `${link}\n\n\`\`\`js\n\`\`\``],
    [
      'what comes after code in a list',
      `1. a\n\n   ~~~\n   b\n   ~~~\n\nOne.\n\n${link}\n`,
      `1. a\n\n   ~~~\n   b\n   ~~~\n\n${link}\n`,
    ],
    [
      'what comes after HTML',
      `<!-- a\n\nb -->\n\nOne.\n\n${link}\n`,
      `<!-- a\n\nb -->\n${link}\n`,
    ],
    [
      'what comes after front matter',
      `---\na: b\n---\n\nOne.\n\n${link}\n`,
      `---\na: b\n---\n${link}\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(short(text)).toBe(expected);
    expect(both(text)).toSatisfy(([whole, part]) => {
      expect(part).toEqual(whole);
      return true;
    });
  });

  test.each([
    ['the rest, where code may go on', ` \`\`\`\na\n\n${link}\n\nOne.\n`],
    ['the rest, where HTML may go on', `<div>\n<!-- a\n\nOne.\n\n${link}\n`],
    ['a comment that may have ended', `<!-->\n\nOne.\n\n${link}\n`],
    ['lines of the old Mac', `One.\r\r${link}\r`],
    ['definitions', `[x]: y\n\n${link}\n`],
    ['addresses', `alice@contoso.com\n\n${link}\n`],
  ])('but not %s', (_, text) => {
    expect(short(text)).toBe(text);
  });

  test('and what is left does not become front matter', () => {
    expect(both(`One.\n\n---\n${link}\n---\n`)[1]).toHaveLength(1);
  });
});

const blocks = [
  ...[
    'One.',
    'One\ntwo',
    '# One',
    '- one',
    '- one\n  two',
    '1. one',
    '2. one',
    '> one',
  ],
  ...[
    '```',
    '```js\nx\n```',
    '  ```',
    '   ~~~',
    '    ```',
    '- ```\n  x',
    '~~~ x',
    '> ```',
  ],
  ...[
    '<!-- x',
    'x -->',
    '<pre>',
    '</pre>',
    '<div>',
    '</div>',
    ' <script>',
    '<a href="x">',
  ],
  ...['</a>', '<?x', '?>', '<!X', '<![CDATA[', ']]>', '---', '***', '===', '| a | b |'],
  ...['|---|---|', '    code', '  x', '\tx', '[x]: y', '[^x]: y', '    y', '', '- - -'],
  ...['<!-- contact-links-disable -->', '<!-- contact-links-enable -->', 'a@b.example'],
  ...[
    link,
    '[[skype:cal a]]',
    '[x](mailto: a b)',
    '[[tel: +12015550123]]',
    '[x]: skype:a',
  ],
  ...[
    '<a href="callto:a">x</a>',
    '- [x](skype:a)',
    '  [x](skype:a)',
    '[[skype:a|b',
    '`',
  ],
];

test('whatever a page has, the same is said of it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom(...blocks), fc.constantFrom('\n', '\n\n', '\r\n\r\n')),
        { maxLength: 12 },
      ),
      (parts) => {
        const text = `${parts.flat().join('')}${link}\n`;
        const [whole, part] = both(text);
        expect(part).toEqual(whole);
      },
    ),
    { numRuns: Number(process.env.RUNS) * 20, seed: Number(process.env.SEED) },
  );
});
