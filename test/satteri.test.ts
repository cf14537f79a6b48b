import fc from 'fast-check';
import {
  defineMdastPlugin,
  type Features,
  type MdastNode,
  type MdastPluginDefinition,
  type MdastVisitorContext,
  markdownToHtml,
  markdownToMdast,
} from 'satteri';
import { describe, expect, test } from 'vitest';
import satteriContactLinks from '../src/satteri/index.js';
import { services as builtIn } from '../src/services/index.js';
import { anything, crossing, sensible, unclaimed } from './helpers/documents.js';
import { normalForm } from './helpers/normal-form.js';
import { render, usual } from './helpers/remark.js';
import { renderSatteri } from './helpers/satteri.js';

const backwards: MdastPluginDefinition = {
  name: 'backwards',
  paragraph(node, context) {
    context.setProperty(node, 'children', [...node.children].reverse());
  },
};

describe('the plugin', () => {
  const document = { fileURL: undefined, sourceFormat: 'markdown', data: {} } as const;

  test('leaves out documents without a claimed shorthand', () => {
    const factory = satteriContactLinks({ services: { telegram: false } });
    for (const source of ['', 'a', '[[Page]]', '[[note: x]]', '[[telegram:alice]]']) {
      expect(factory({ ...document, source })).toBeNull();
    }
    expect(factory({ ...document, source: '[[SKYPE:a' })).not.toBeNull();
    const services = Object.fromEntries(
      Object.keys(builtIn).map((name) => [name, false] as const),
    );
    const none = satteriContactLinks({ services });
    expect(none({ ...document, source: '[[skype:a]] [[:a]]' })).toBeNull();
  });

  test('checks its options once, before there is a document', () => {
    expect(() => satteriContactLinks({ invalid: 'no' as 'warn' })).toThrow(TypeError);
    expect(() => satteriContactLinks()).not.toThrow();
    expect(() => satteriContactLinks(null)).not.toThrow();
  });

  test('is synchronous to the types of the engine, and leaves messages in the data', () => {
    const mdastPlugins = [satteriContactLinks()];
    const { data, html } = markdownToHtml('[[skype:cal a]]', { mdastPlugins });
    expect(html).toBe('<p>[[skype:cal a]]</p>\n');
    expect(data.contactLinks).toMatchObject([
      { ruleId: 'unknown-action', level: 'warning', line: 1, column: 1 },
    ]);
    expect(markdownToHtml('[[mailto:a@b.cc]]', { mdastPlugins }).data).toEqual({});
  });

  test('stops the build with file, line and column, after all messages are told', () => {
    const told: Array<unknown> = [];
    const mdastPlugins = [
      satteriContactLinks({
        invalid: 'error',
        onMessage: (message, file) => told.push(message.ruleId, file?.href),
      }),
    ];
    const fileURL = new URL('file:///site/a%20page.md');
    expect(() =>
      markdownToHtml('a\r\n> [[skype:cal a]] [[skype:call]]', {
        mdastPlugins,
        fileURL,
      }),
    ).toThrow('/site/a page.md:2:3: Unknown action `cal` for skype');
    expect(told).toEqual([
      'unknown-action',
      fileURL.href,
      'missing-target',
      fileURL.href,
    ]);
  });

  test('names a file as its URL does where that cannot be decoded', () => {
    const mdastPlugins = [satteriContactLinks({ invalid: 'error' })];
    const fileURL = new URL('file:///site/100%.md');
    expect(() => markdownToHtml('[[skype:cal a]]', { mdastPlugins, fileURL })).toThrow(
      '/site/100%.md:1:1: Unknown action `cal` for skype',
    );
  });

  test('lets plugins after it see a link with its record', () => {
    let seen: unknown;
    markdownToHtml('[[skype:call a topic=x]] [[skype:call a;b topic=x|us]]', {
      mdastPlugins: [
        satteriContactLinks(),
        {
          name: 'after',
          link(node: { data?: unknown }) {
            seen = node.data;
          },
        },
      ],
    });
    expect(seen).toEqual({
      contact: {
        service: 'skype',
        action: 'call',
        targets: ['a', 'b'],
        parameters: { topic: 'x' },
      },
    });
  });

  test('copes with what plugins before it have done', () => {
    const before = defineMdastPlugin({
      name: 'before',
      options: { position: true },
      inlineCode: () => ({
        type: 'emphasis',
        children: [{ type: 'text', value: 'E' }],
      }),
      text: (node: { value: string }) =>
        node.value.startsWith('x') ? { type: 'text', value: 'changed' } : undefined,
    });
    const html = (source: string): string =>
      markdownToHtml(source, { mdastPlugins: [before, satteriContactLinks()] }).html;
    expect(html('[[skype:a|`code`]] and [[skype:a|b `code` c]]')).toBe(
      '<p><a href="skype:a"><em>E</em></a> and <a href="skype:a">b <em>E</em> c</a></p>\n',
    );
    expect(html('[[skype:a|*b*`code`]] and `code`[[skype:a]]')).toBe(
      '<p><a href="skype:a"><em>b</em><em>E</em></a> and <em>E</em><a href="skype:a">a</a></p>\n',
    );
    expect(html('x [[skype:a]]')).toBe('<p>changed</p>\n');
    expect(html('b `[[skype:a]]` [[skype:a]]')).toBe(
      '<p>b <em>E</em> <a href="skype:a">a</a></p>\n',
    );
  });

  test.each<[string, MdastPluginDefinition, string, string]>([
    [
      'a node of its own',
      {
        name: 'aside',
        blockquote: ({ children }) =>
          ({ type: 'aside', data: { hName: 'aside' }, children }) as never,
      },
      '> a\n\n[[skype:a]]',
      '<aside><p>a</p></aside>\n<p><a href="skype:a">a</a></p>',
    ],
    [
      'a block that stands nowhere',
      {
        name: 'title',
        before(root, context) {
          const children = [{ type: 'text' as const, value: '[[skype:a]]' }];
          context.prependChild(root, { type: 'paragraph', children });
        },
      },
      '[[skype:a]]',
      '<p>[[skype:a]]</p>\n<p><a href="skype:a">a</a></p>',
    ],
    [
      'a footnote without a label',
      {
        name: 'notes',
        inlineCode: ({ value }) => ({ type: 'footnoteReference', identifier: value }),
      },
      '[[skype:a|b `1`]]',
      '<p><a href="skype:a">b</a>[^1]</p>',
    ],
    [
      'code as an anchor',
      {
        name: 'references',
        inlineCode(node, context) {
          context.setProperty(node, 'data', {
            hName: 'a',
            hProperties: { href: '#x' },
          });
        },
      },
      '`x` [[skype:a|b `x`]]',
      '<p><a href="#x">x</a> <a href="skype:a">b x</a></p>',
    ],
    [
      'text without the white space around it',
      changeText((value) => value.trim()),
      '*b* [[skype:a]] *c*\n\n[[skype:a]]&nbsp;',
      // The last one does not come from what is written.
      '<p><em>b</em><a href="skype:a">a</a><em>c</em></p>\n<p>[[skype:a]]</p>',
    ],
    [
      'text without the white space around it, where something is escaped',
      changeText((value) => value.trim()),
      '*b* [[skype:a]] \\* *c*',
      '<p><em>b</em><a href="skype:a">a</a> *<em>c</em></p>',
    ],
    [
      'another order of nodes',
      backwards,
      '[[skype:a]] *b* c',
      '<p> c<em>b</em><a href="skype:a">a</a> </p>',
    ],
    [
      'another order of nodes, where something is escaped',
      backwards,
      '[[skype:a]] *b* c\\*',
      '<p> c*<em>b</em>[[skype:a]] </p>',
    ],
    [
      'one line of two',
      changeText((value) => value.replace('\n', ' ')),
      'b\n[[skype:a]]',
      '<p>b [[skype:a]]</p>',
    ],
    [
      'another sign of one that is escaped',
      changeText((value) => value.replace('*', '×')),
      '\\* [[skype:a]]',
      '<p>× [[skype:a]]</p>',
    ],
    [
      'text with more behind it',
      changeText((value) => `${value}!`),
      '[[skype:a]]',
      '<p>[[skype:a]]!</p>',
    ],
    [
      'text with brackets behind it',
      changeText((value) => `${value} [[`),
      '[[skype:a]]',
      '<p>[[skype:a]] [[</p>',
    ],
    [
      'a link of code',
      {
        name: 'symbols',
        inlineCode: ({ value }) => ({
          type: 'link',
          url: '#',
          children: [{ type: 'text', value }],
        }),
      },
      '`x` [[skype:a]]',
      '<p><a href="#">x</a> <a href="skype:a">a</a></p>',
    ],
  ])(
    'copes with a plugin before it that makes %s',
    async (_, before, input, expected) => {
      const { html } = await markdownToHtml(input, {
        mdastPlugins: [before, satteriContactLinks()],
      });
      expect(html).toBe(`${expected}\n`);
    },
  );

  test('reads no service where a plugin before it has taken the colon away', () => {
    const before = defineMdastPlugin({
      name: 'directives',
      textDirective(node, context) {
        context.removeNode(node);
      },
    });
    const { data, html } = markdownToHtml('[[skype:call', {
      features: { directive: true },
      mdastPlugins: [before, satteriContactLinks()],
    });
    expect(html).toBe('<p>[[skype</p>\n');
    expect(data).toEqual({});
  });

  test('hands on no more nodes than it got, but for links', () => {
    const types: Array<string> = [];
    const note = ({ type }: { type: string }): void => {
      types.push(type);
    };
    const after = { name: 'after', custom: note, link: note, paragraph: note };
    const mdastPlugins = [satteriContactLinks(), after];
    markdownToHtml('a\n\n> [[skype:a]]\n\nb\n\n[[skype:b]]\n\nc', { mdastPlugins });
    expect(types).toEqual([
      'paragraph',
      'paragraph',
      'link',
      'paragraph',
      'paragraph',
      'link',
      'paragraph',
    ]);
  });
});

/** A plugin that changes texts, and leaves them where they are. */
function changeText(change: (value: string) => string): MdastPluginDefinition {
  return {
    name: 'change',
    text(node, context) {
      context.setProperty(node, 'value', change(node.value));
    },
  };
}

describe('features of the engine', () => {
  const all: Features = {
    directive: true,
    math: true,
    smartPunctuation: true,
    subscript: true,
    superscript: true,
    wikilinks: true,
    definitionList: true,
    headingAttributes: true,
  };

  test.each([
    [
      'smart punctuation stays out of heads and default labels',
      '[[skype:call a--b;c topic="x -- y..."]] "a" [[skype:cal a--b|"x"]]',
      '<p><a href="skype:a--b;c?call&amp;topic=x%20--%20y...">Conference call with a--b and c</a> “a” [[skype:cal a--b|"x"]]</p>',
    ],
    [
      'smart punctuation works in labels',
      '\\"[[skype:a|say "hi" -- or... \'it\']] &nGt; &amp;lt; [[skype:b|&nGt;c]]',
      '<p>"<a href="skype:a">say “hi” – or… ‘it’</a> ≫⃒ &amp;lt; <a href="skype:b">≫⃒c</a></p>',
    ],
    [
      'text directives are text in a head, and hold shorthands',
      '[[skype:call a]] :b[c [[skype:call d]]]',
      '<p><a href="skype:a?call">Call a with Skype</a> <b>c <a href="skype:d?call">Call d with Skype</a></b></p>',
    ],
    [
      'wiki links are ours when they name a service',
      '[[skype:call a]] [[skype:call b|*us* x]] [[Page]]',
      '<p><a href="skype:a?call">Call a with Skype</a> <a href="skype:b?call"><em>us</em> x</a> <a href="Page">Page</a></p>',
    ],
    [
      'math in a head is text',
      '[[skype:call $a$]] $[[skype:a]]$ [[skype:b|$x]]$]]',
      '<p>[[skype:call $a$]] <code class="language-math math-inline">[[skype:a]]</code> <a href="skype:b"><code class="language-math math-inline">x]]</code></a></p>',
    ],
  ])('%s', (_, input, expected) => {
    const directives = {
      name: 'directives',
      textDirective: (node: { name: string; children: Array<unknown> }) =>
        node.name === 'b'
          ? { type: 'strong', data: { hName: 'b' }, children: node.children }
          : undefined,
    };
    const { html } = markdownToHtml(input, {
      features: all,
      mdastPlugins: [satteriContactLinks({ retired: 'ignore' }), directives as never],
    });
    expect(normalForm(html)).toBe(expected + '\n');
  });
});

describe('any text', () => {
  test('without a claimed shorthand it yields what it yields without the plugin', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const innocent = unclaimed(input);
        expect(renderSatteri(innocent).html).toBe(markdownToHtml(innocent).html);
      }),
      { numRuns: 500 },
    );
  });

  test('the plugin changes nothing but what it claims', () => {
    fc.assert(
      fc.property(anything, (input) => {
        // Behind code nothing is claimed, and the tree is looked through all the same.
        const hidden = unclaimed(input) + '\n\n`[[skype:a]]`\n';
        expect(renderSatteri(hidden).html).toBe(markdownToHtml(hidden).html);
      }),
      { numRuns: 500 },
    );
  });
});

test('sensible documents are the same as with remark', () => {
  fc.assert(
    fc.property(sensible, (input) => {
      const options = { retired: 'ignore' } as const;
      const remark = render(input, usual(options));
      const { html, messages } = renderSatteri(input, options);
      expect(normalForm(html)).toBe(normalForm(remark.html));
      expect(
        messages.map(({ column, line, ruleId }) => [`${line}:${column}`, ruleId]),
      ).toEqual(
        remark.messages.map(({ place, ruleId }) => [place.replace(/-.*/, ''), ruleId]),
      );
    }),
    { numRuns: 500 },
  );
});

test('marks have the partners that they have in remark', () => {
  const options = { retired: 'ignore' } as const;
  fc.assert(
    fc.property(crossing, (input) => {
      const other = input.replaceAll('[[skype:', '[[page:');
      const plain = normalForm(render(other, usual(options)).html);
      // The engines themselves differ in a few.
      fc.pre(plain === normalForm(markdownToHtml(other).html));
      expect(normalForm(renderSatteri(input, options).html)).toBe(
        normalForm(render(input, usual(options)).html),
      );
    }),
    { numRuns: 1000 },
  );
});

test('anchors in a label go with it', () => {
  expect(renderSatteri('[[skype:a|<a>x</a> <a>]] [[skype:b]] y</a>').html).toBe(
    '<p><a href="skype:a">x</a> <a href="skype:b">b</a> y</a></p>\n',
  );
});

test('anchors that a plugin before it has put around are anchors', () => {
  const html = (value: string) => ({ type: 'html', value }) as const;
  const around = (node: MdastNode, context: MdastVisitorContext): void => {
    // The first two have no place before them.
    context.insertBefore(node, [
      html('<a name="x">'),
      html('</a>'),
      html('<a href="#">'),
    ]);
    context.insertAfter(node, html('</a>'));
  };
  const before = defineMdastPlugin({
    name: 'around',
    heading: around,
    emphasis: around,
  });
  const mdastPlugins = [before, satteriContactLinks({ invalid: 'ignore' })];
  const page = (input: string) => markdownToHtml(input, { mdastPlugins }).html;
  expect(page('# [[skype:a]]\n\n[[skype:b]]\n\n# [[skype:c]]\n\n[[skype:d]]')).toBe(
    [
      '<a name="x">\n</a>\n<a href="#">\n<h1>[[skype:a]]</h1>\n</a>',
      '<p><a href="skype:b">b</a></p>',
      '<a name="x">\n</a>\n<a href="#">\n<h1>[[skype:c]]</h1>\n</a>',
      '<p><a href="skype:d">d</a></p>\n',
    ].join('\n'),
  );
  expect(page('*[[skype:a]]* [[skype:b]]')).toBe(
    '<p><a name="x"></a><a href="#"><em>[[skype:a]]</em></a> <a href="skype:b">b</a></p>\n',
  );
});

test('a link that a plugin before it has put around a block is a link', () => {
  const before = defineMdastPlugin({
    name: 'card',
    paragraph(node, context) {
      context.wrapNode(node, { type: 'link', url: '#', children: [] });
    },
  });
  const mdastPlugins = [before, satteriContactLinks({ invalid: 'ignore' })];
  expect(markdownToHtml('[[skype:a]]', { mdastPlugins }).html).toBe(
    '<a href="#"><p>[[skype:a]]</p></a>\n',
  );
});

test.each([
  ['two lines of a list', '- a [[skype:a]]\n     b [[skype:b]]'],
  ['an address, and code after it', '[[mailto:a@example.com `b`]]'],
  ['an address, and another line after it', '[[mailto:a@example.com\nb]]'],
  ['an address in a label', '[[skype:a|www.example.com]] [[skype:a b@example.com|c]]'],
  ['an address, and one more', '[[mailto:a@example.com;b@example.com]] [[skype:b]]'],
  ['a `]]` in quotes', '[[skype:call a topic="b]]c"]] [[skype:b]]'],
  ['a second one in a label', '[[skype:a|b [[skype:c]]'],
  ['code that says the same', '`[[skype:a]]` [[skype:a]]'],
  ['a reference to a character that says the same', '`[[skype:a]]` [&#91;skype:a]]'],
])('%s: few are read as many are', (_, input) => {
  const many = '\n\n[[skype:z]]'.repeat(40);
  const html = (source: string): string =>
    markdownToHtml(source, {
      mdastPlugins: [satteriContactLinks({ invalid: 'ignore' })],
    }).html;
  const few = html(input);
  expect(html(input + many).slice(0, few.length)).toBe(few);
});

test('an anchor in a node that another plugin has made is read', () => {
  const children = [{ type: 'html', value: '<a name="x"></a>' }];
  const before = defineMdastPlugin({
    name: 'aside',
    heading: (node, context) =>
      context.insertBefore(node, { type: 'aside', children } as never),
  });
  const mdastPlugins = [before, satteriContactLinks()];
  expect(
    markdownToHtml('# [[skype:a]]\n\n[[skype:b]]</a>', { mdastPlugins }).html,
  ).toBe(
    '<div><a name="x"></a></div>\n<h1><a href="skype:a">a</a></h1>\n' +
      '<p><a href="skype:b">b</a></a></p>\n',
  );
});

test('what is in a link keeps its marks when those around it change', () => {
  const { html } = renderSatteri('*x [*[[skype:a]]* c](u) [[skype:b|y* z]] w*');
  expect(html).toBe(
    '<p><em>x <a href="u"><em>[[skype:a]]</em> c</a> <a href="skype:b">y* z</a> w</em></p>\n',
  );
});

test('other marks than those of emphasis have partners, too', () => {
  const { html } = renderSatteri(
    '~~a [[skype:b|x~~ ~y]] c~~ d~ ~e\n\n~a [[skype:b|x~ y]] ^c~ ^d',
    {},
    { subscript: true },
  );
  expect(html).toBe(
    '<p><del>a <a href="skype:b">x~~ ~y</a> c</del> d~ ~e</p>\n' +
      '<p><sub>a <a href="skype:b">x~ y</a> ^c</sub> ^d</p>\n',
  );
});

test('places do not count a byte order mark, as the engine does not show it', () => {
  const { html, messages } = renderSatteri('\uFEFF[[skype:cal a]]\n[[skype:cal b]]');
  expect(html).toBe('<p>[[skype:cal a]]\n[[skype:cal b]]</p>\n');
  expect(messages).toMatchObject([
    { line: 1, column: 1 },
    { line: 2, column: 1 },
  ]);
});

test('the offsets of the engine are those of JavaScript', () => {
  const tree = markdownToMdast('ü😀 *x*');
  const [paragraph] = 'children' in tree ? tree.children : [];
  expect(paragraph).toMatchObject({
    children: [{}, { position: { start: { offset: 4 } } }],
  });
});
