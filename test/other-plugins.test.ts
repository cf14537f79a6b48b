import markdownItFootnote from 'markdown-it-footnote';
import type { Link, Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Message } from '../src/markdown-it/index.js';
import { versions } from './helpers/markdown-it.js';
import { format, render, usual } from './helpers/remark.js';

const options = { retired: 'ignore' } as const;

/** A plugin that does something to all links. */
function eachLink(change: (link: Link) => void) {
  return () => (tree: Root) => visit(tree, 'link', change);
}

/** A plugin that gives mdast for code another form. */
function codeAs(extension: Extension) {
  return function (this: Processor): undefined {
    const data = this.data() as { fromMarkdownExtensions?: Array<Extension> };
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), extension];
  };
}

describe('plugins for remark', () => {
  test('that take places away leave nothing to report', () => {
    const input = '<a>[[skype:call a]]</a> [[skype:call b]]';
    const html =
      '<p><a>[[skype:call a]]</a> <a href="skype:b?call">Call b with Skype</a></p>';
    const placeless = eachLink((link) => {
      delete link.position;
    });
    expect(render(input, [placeless, ...usual()])).toMatchObject({
      html,
      messages: [],
    });
  });

  test('that read text which the head of an unclosed shorthand begins get it', () => {
    // `$1|x $` is math, so that the second shorthand is in sight. For the first one it is not:
    // each of many such ones would read all the others again.
    const input = '[[tel:$1|x $[[tel:2|y]]$ z';
    const { html, messages } = render(input, [remarkMath, ...usual()]);
    expect(html).toBe(render(input, [remarkMath]).html);
    expect(messages).toMatchObject([{ place: '1:1-1:10', ruleId: 'unclosed' }]);
  });

  test('that copy a link keep its text', () => {
    const copy = () => (tree: Root) => {
      const [paragraph] = tree.children;
      if (paragraph) tree.children.push(structuredClone(paragraph));
    };
    const { html } = render('<b><a>[[tel:+12015550123|us]]</a></b>', [
      copy,
      ...usual(),
    ]);
    expect(html).toBe(
      '<p><b><a>[[tel:+12015550123|us]]</a></b></p>\n<p><b><a><a href="tel:+12015550123">us</a></a></b></p>',
    );
  });

  test('that remove the value of a parameter change what is written', () => {
    const untitled = eachLink(({ data }) => {
      Object.assign(data?.contact?.parameters ?? {}, { topic: undefined });
    });
    expect(format('[[skype:call a;b topic=x]]', [...usual(options), untitled])).toBe(
      '[Conference call with a and b](skype:a;b?call\\&topic=x)\n',
    );
  });

  test('that turn code into an anchor have it unwrapped in a label', () => {
    const anchors = codeAs({
      enter: {
        codeText(token) {
          this.enter({ type: 'inlineCode', value: '', data: { hName: 'a' } }, token);
          this.buffer();
        },
      },
    });
    expect(render('[[skype:a|x `y` z]] `y`', [...usual(options), anchors]).html).toBe(
      '<p><a href="skype:a">x y z</a> <a>y</a></p>',
    );
  });

  test('for MDX keep a comment in a label of nothing else but a footnote', () => {
    const plugins = [remarkMdx, ...usual(options)];
    expect(format('[[skype:a|{/* c */}[^1]]]\n\n[^1]: one', plugins)).toBe(
      '[[skype:a|{/* c */}]][^1]\n\n[^1]: one\n',
    );
  });

  test('that remove what follows a link leave text that is not a link as it is', () => {
    const without = () => (tree: Root) => {
      visit(tree, 'footnoteReference', (_, index, parent) => {
        parent?.children.splice(Number(index), 1);
      });
    };
    const plugins = usual(options);
    const input = '<a>[[skype:a|x[^1]]]</a>\n\n[^1]: one';
    expect(render(input, [without, ...plugins]).html).toContain(
      '<p><a>[[skype:a|x<sup>',
    );
  });

  test('that make footnotes of something else have them after the link, too', () => {
    const footnotes = codeAs({
      enter: {
        codeText(token) {
          this.enter({ type: 'footnoteReference', identifier: 'y' }, token);
        },
        codeTextData: () => undefined,
      },
      exit: {
        codeTextData: () => undefined,
        codeText(token) {
          this.exit(token);
        },
      },
    });
    const list = [...usual(options), footnotes];
    const input = '[[skype:a|x `y`]] [[skype:cal b|`y`[^1]]]\n\n[^y]: why\n\n[^1]: one';
    const { html } = render(input, list);
    expect(html).toContain(
      '<p><a href="skype:a">x</a><sup><a href="#user-content-fn-y"',
    );
    expect(html).toContain('</sup> [[skype:cal b|`y`[^1]]]</p>');
  });
});

describe.each(versions)('plugins for $name', (version) => {
  test('for footnotes: these come after the link', () => {
    const md = version.create({ ...options, invalid: 'ignore' });
    markdownItFootnote(md as never);
    const page = (input: string): string =>
      md
        .render(`${input}\n\n[^1]: one`)
        .replace(/<sup class="footnote-ref">.*?<\/sup>/g, '(note)');
    const html = page('[[skype:a|x *[^1]*]] [[skype:b|y^[z]]]');
    expect(html).toContain(
      '<p><a href="skype:a">x <em></em></a>(note) <a href="skype:b">y</a>(note)</p>',
    );
    expect(html).toMatch(/<p>one .*<p>z /s);
    // What is not a link is there as it is written.
    const wrong = page(
      '[[skype:cal a|x[^1]]] [u [[skype:a|x]]](v) [[skype:cal a|x [y]]]',
    );
    expect(wrong).toContain(
      '<p>[[skype:cal a|x[^1]]](note) <a href="v">u [[skype:a|x]]</a> [[skype:cal a|x [y]]]</p>',
    );
    expect(wrong).toContain('<p>one ');
  });

  test('that change the text of a block leave messages with its line', () => {
    const messages: Array<unknown> = [];
    const md = version.create({ onMessage: (message) => messages.push(message) });
    md.core.ruler.before('inline', 'shout', (state) => {
      for (const token of state.tokens) {
        token.content = token.content.replace('quiet', 'LOUD');
      }
    });
    md.render('> a\n> quiet [[skype:cal b]]');
    expect(messages).toEqual([
      expect.objectContaining({ ruleId: 'unknown-action', line: 2 }),
    ]);
    expect(messages[0]).not.toHaveProperty('column');
  });

  test('that make images without a description are left alone', () => {
    const md = version.create(options);
    md.inline.ruler.before('link', 'picture', (state, silent) => {
      if (state.src[state.pos] !== '%') return false;
      if (!silent) state.push('image', 'img', 0).attrs = [['src', 'a.png']];
      state.pos++;
      return true;
    });
    md.renderer.rules.image = () => '<img>';
    expect(md.render('[[skype:a|b]] %')).toBe('<p><a href="skype:a">b</a> <img></p>\n');
  });

  test('that know of no lines and no environment leave an error with its reason', () => {
    const md = version.create({ ...options, invalid: 'error' });
    const parse = () => md.parse('[[skype:cal a]]', undefined as never);
    expect(parse).toThrow(/^1:1: Unknown action/);
    md.core.ruler.before('inline', 'placeless', (state) => {
      for (const token of state.tokens) token.map = null;
    });
    expect(parse).toThrow(/^Unknown action/);
  });

  test('the target of an attribute wins over the one for VitePress', () => {
    const md = version.create({ attributes: { tel: { target: '_top' } } });
    const env = { cleanUrls: false, path: '/page.md', relativePath: 'page.md' };
    expect(md.render('[[tel:+12015550123|us]]', env)).toBe(
      '<p><a href="tel:+12015550123" target="_top">us</a></p>\n',
    );
  });

  test('tabs before a line do not hide the column', () => {
    const env: { contactLinks?: Array<Message> } = {};
    version.create({}).render('* a\n\n\tb\n\t[[skype:cal c]]', env);
    expect(env.contactLinks).toMatchObject([{ line: 4, column: 2 }]);
  });
});
