import fc from 'fast-check';
import { resolveSettings } from 'remark-contact-links/core';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../../../src/index.js';
import { fixtures } from '../../../test/helpers/fixtures.js';
import { OpenPage } from '../src/page/open-page.js';
import { PageReader } from '../src/page/page.js';

const settings = resolveSettings({ retired: 'ignore' });
const link = '[[tel:+1 201 555 0123]]';

/** Where the scanner sees links. */
function scanned(text: string, isMdx = false): Array<number> {
  const { shorthands } = new PageReader(settings, isMdx).read(text);
  return shorthands.flatMap((each) => (each.link ? [each.range.start] : []));
}

/** Where the parser sees them. */
function parsed(text: string): Array<number> {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkContactLinks)
    .parse(text);
  const found: Array<number> = [];
  visit(tree, 'link', ({ data, position }) => {
    if (data?.contact) found.push(Number(position?.start.offset));
  });
  return found;
}

describe('the scanner sees what the parser sees', () => {
  test.each([
    // Code.
    `\`${link}\` ${link}`,
    `\`\`a \` ${link}\`\` ${link}`,
    `a \` b ${link} c`,
    `\\\`${link}\\\``,
    `\`\`\`\n${link}\n\`\`\`\n${link}`,
    `~~~~ md\n${link}\n~~~\n${link}\n~~~~\n${link}`,
    `\`\`\`\n${link}\n\n${link}`,
    `\`\`\` a\`b\n${link}\n`,
    `> \`\`\`\n> ${link}\n\n${link}`,
    `> \`\`\`\n> ${link}\n${link}`,
    `- \`\`\`\n  ${link}\n  \`\`\`\n- ${link}`,
    `- \`\`\`\n  ${link}\n\n${link}`,
    `a\n\n    ${link}\n\n${link}`,
    `a\n\n\t${link}\n`,
    `a\n    ${link}`,
    `- a\n\n    ${link}\n`,
    `1. a\n\n   ${link}\n`,
    // Raw HTML.
    `<!-- ${link} -->\n\n${link}`,
    `<!--\n${link}\n\n${link}\n-->\n${link}\n\n${link}`,
    `a <!-- ${link} --> ${link}`,
    `a <!-- ${link}`,
    `<div>\n${link}\n</div>\n\n${link}`,
    `<div>\n\n${link}\n\n</div>`,
    `<pre>\n\n${link}\n\n</pre>\n\n${link}`,
    `<script>\n${link}\n\n${link}</script>\n\n${link}`,
    `a <b title="${link}">${link}</b>`,
    `a <b title=${link}>`,
    `a < b ${link}`,
    `<custom-tag>\n${link}\n</custom-tag>\n\n${link}`,
    `a\n<custom-tag>\n${link}`,
    `<?php ${link} ?>\n\n${link}`,
    `<!DOCTYPE ${link}>\n\n${link}`,
    `<![CDATA[ ${link} ]]>\n\n${link}`,
    'a <https://example.com/[[tel:+12015550123]]>',
    // Front matter.
    `---\ntitle: ${link}\n---\n${link}`,
    `+++\n${link}\n+++\n\n${link}`,
    `---\n${link}`,
    `--- a\n${link}\n---\n`,
    // Text.
    `# ${link}\n${link}`,
    `| a | b |\n| - | - |\n| ${link} | ${link} |\n`,
    `> ${link}\n> > ${link}`,
    `* ${link}\n  * ${link}\n+ ${link}`,
    `${link}${link}`,
    `\\${link} \\\\${link}`,
    `[[tel:+1 201 555 0123|a \`]]\` b]]`,
    `[[tel:+1 201 555 0123|a \`${link}\` b]]`,
    `[[tel:+1 201 555 0123|over\nlines]] ${link}`,
    `[[tel:+1 201 555 0123|a\n\nb]]`,
    `[[tel:+1 201 555 0123|a\n- b]]`,
    `${link}\r\n\r\n${link}\r\n`,
    `a\n***\n${link}\n`,
    `2024. ${link}`,
  ])('%j', (text) => {
    expect(scanned(text)).toEqual(parsed(text));
  });

  test('in most of what people could write', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', '', '> ', '- ', '# ', '  ', '1. '),
        fc.constantFrom(link, 'text', `a \`${link}\` b`, `<b>${link}</b>`, '**bold**'),
        fc.constantFrom('\n', '\n\n'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.join('');
        expect(scanned(text)).toEqual(parsed(text));
      }),
    );
  });
});

test.each(fixtures)('each beginning of $name can be read', ({ input, options }) => {
  const reader = new PageReader(resolveSettings(options), false);
  for (let end = 0; end < Math.min(input.length, 500); end++) {
    const text = input.slice(0, end);
    for (const { range } of reader.read(text).issues) {
      expect(range.end).toBeLessThanOrEqual(text.length);
    }
  }
});

describe('in MDX', () => {
  test.each([
    [`import x from '${link}'\n\n${link}`, 1],
    [`export const x = '${link}'\n\n${link}`, 1],
    ['important [[tel:+1 201 555 0123]]', 1],
    [`a {'${link}'} ${link}`, 1],
    [`a {b ${link}`, 1],
    [`{/* ${link} */}\n\n${link}`, 1],
    [`<Card title={'${link}'} text="${link}">${link}</Card>`, 1],
    [`<Card>\n${link}\n</Card>`, 1],
    [`    ${link}`, 1],
    [`\`\`\`\n${link}\n\`\`\``, 0],
    [`<!-- ${link} -->`, 0],
  ])('%j', (text, count) => {
    expect(scanned(text, true)).toHaveLength(count);
  });
});

describe('escaped shorthands', () => {
  /** What is said, and the page once it is put right. */
  function mended(text: string): string | undefined {
    const { issues } = new PageReader(settings, false).read(text);
    const fix = issues[0]?.fixes[0];
    return fix && text.slice(0, fix.range.start) + fix.text + text.slice(fix.range.end);
  }

  test.each([
    ['a \\[\\[skpye:call x]] b', 'a [[skype:call x]] b'],
    ['\\[[skpye:call x]]', '[[skype:call x]]'],
    ['\\[\\[skpye:call x\\]\\]', '[[skype:call x]]'],
    ['\\[\\[mailtoo:<a@example.com>]]', '[[mailto:a@example.com]]'],
    ['\\[\\[skpye:call a\\_b\\_c]]', '[[skype:call a_b_c]]'],
    ['\\[\\[skpye:call x|the \\_label]]', '[[skype:call x|the _label]]'],
    ['\\[\\[skype:call x\n', '[[skype:call x]]\n'],
    ['\\[\\[skype:call x]\n', '[[skype:call x]]\n'],
    ['\\[\\[skpye:call x]\n', '[[skype:call x]]\n'],
  ])('%j', (text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  test.each([
    '\\[\\[skype:call x]]',
    '\\[\\[wiki:page]]',
    '\\[\\[skype:cal x]]',
    '\\[\\[hello: there',
    '`\\[\\[skpye:call x]]`',
    '\\\\[[tel:+1 201 555 0123]]',
  ])('nothing is said of %j', (text) => {
    expect(new PageReader(settings, false).read(text).issues).toEqual([]);
  });

  test('nothing is said where near misses are not wanted', () => {
    const quiet = resolveSettings({ nearMisses: 'ignore' });
    const { issues } = new PageReader(quiet, false).read('\\[\\[skpye:call x]]');
    expect(issues).toEqual([]);
  });
});

describe('what the parser says', () => {
  const wrong = `a [[tel:x]] b`;
  const message = {
    range: { start: 2, end: 11 },
    line: 1,
    ruleId: 'nested-link',
    reason: 'Inside',
    source: 'x',
    url: 'https://example.com/',
    level: 'warning',
    fixes: [],
  } as const;

  test('takes the place of what the scanner says, until the text there changes', () => {
    const page = new OpenPage(wrong, false, settings);
    expect(page.page.issues.map(({ ruleId }) => ruleId)).toEqual(['invalid-target']);
    expect(page.parsed(wrong, { links: [], messages: [message], rewrites: [] })).toBe(
      true,
    );
    expect(page.page.issues.map(({ ruleId }) => ruleId)).toEqual(['nested-link']);
    page.update(`more ${wrong}`);
    expect(page.page.issues).toMatchObject([
      { ruleId: 'nested-link', range: { start: 7, end: 16 } },
    ]);
    page.update('more a [[tel:xy]] b');
    expect(page.page.issues.map(({ ruleId }) => ruleId)).toEqual(['invalid-target']);
  });

  test('of another text does not count', () => {
    const page = new OpenPage(wrong, false, settings);
    expect(page.parsed('b', { links: [], messages: [], rewrites: [] })).toBe(false);
    page.update(wrong);
    expect(page.page.issues).toHaveLength(1);
  });

  test('hides what is not a link, shows what the scanner does not see', () => {
    const text = `${link} <div> ${link}`;
    const page = new OpenPage(`<div>\n${text}`, false, settings);
    expect(page.page.shorthands).toEqual([]);
    page.parsed(`<div>\n${text}`, { links: [6], messages: [], rewrites: [] });
    expect(page.page.shorthands.map(({ range }) => range.start)).toEqual([6]);
    page.update(`<div>\n${text} and more`);
    expect(page.page.shorthands.map(({ range }) => range.start)).toEqual([6]);
    page.update(`<div>\nx${text} and more`);
    expect(page.page.shorthands).toEqual([]);

    const other = new OpenPage(`${link} a`, false, settings);
    other.parsed(`${link} a`, { links: [], messages: [], rewrites: [] });
    expect(other.page.shorthands).toEqual([]);
    // There is no shorthand where it is said to be.
    other.parsed(`${link} a`, { links: [1], messages: [], rewrites: [] });
    expect(other.page.shorthands).toEqual([]);
  });

  test('of links that a shorthand can say goes along with the text', () => {
    const text = 'see <tel:+12015550123> there';
    const page = new OpenPage(text, false, settings);
    const rewrite = { range: { start: 4, end: 22 }, text: '[[tel:+12015550123]]' };
    page.parsed(text, { links: [], messages: [], rewrites: [rewrite] });
    page.update(`now ${text}`);
    expect(page.rewrites).toEqual([{ ...rewrite, range: { start: 8, end: 26 } }]);
    page.update('now see <tel:+12015550124> there');
    expect(page.rewrites).toEqual([]);
  });
});
