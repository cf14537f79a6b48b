import { evaluate } from '@mdx-js/mdx';
import type { Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks, { type Options } from '../src/index.js';
import rehypeContactLinks from '../src/rehype/index.js';
import { normalForm } from './helpers/normal-form.js';
import { plainMessage } from './helpers/remark.js';

const options: Options = {
  redirect: { skype: 'teams' },
  contacts: { alice: { name: 'Alice', skype: 'echo123', teams: 'alice@contoso.com' } },
};
const call = 'https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com';
const video = `${call}&amp;withVideo=true`;

function render(markdown: string, plugins: PluggableList = []) {
  const file = process(markdown, plugins, options);
  const html = normalForm(String(file)).trim();
  return { html, messages: file.messages.map(plainMessage) };
}

function process(markdown: string, plugins: PluggableList, options: Options): VFile {
  return unified()
    .use(remarkParse)
    .use(remarkContactLinks, options)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(plugins)
    .use(rehypeContactLinks, options)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .processSync(markdown);
}

describe.each([
  ['raw HTML', []],
  ['raw HTML that rehype-raw has parsed', [rehypeRaw]],
])('redirects anchors in %s', (_, plugins) => {
  test.each([
    [
      'in text',
      'a <a href="skype:echo123?call">*b*</a>',
      `<p>a <a href="${call}"><em>b</em></a></p>`,
    ],
    [
      'in a block',
      '<div><a href="skype:echo123?call">b</a></div>',
      `<div><a href="${call}">b</a></div>`,
    ],
    [
      'with other attributes',
      '<a class="x" href="skype:echo123?call" id="y">b</a>',
      `<p><a class="x" href="${call}" id="y">b</a></p>`,
    ],
    [
      'with `&amp;`',
      '<a href="skype:echo123?call&amp;video=true">b</a>',
      `<p><a href="${video}">b</a></p>`,
    ],
    [
      'with a bare `&`',
      '<a href="skype:echo123?call&video=true">b</a>',
      `<p><a href="${video}">b</a></p>`,
    ],
    [
      'with numbers for characters',
      '<a href="skype&#58;echo123&#x3f;call">b</a>',
      `<p><a href="${call}">b</a></p>`,
    ],
    [
      'several',
      '<p><a href="skype:echo123?call">b</a> <a href="callto:echo123">c</a></p>',
      `<p><a href="${call}">b</a> <a href="${call}">c</a></p>`,
    ],
  ])('%s', (__, markdown, html) => {
    expect(render(markdown, plugins)).toEqual({ html, messages: [] });
  });

  test.each([
    '<!-- <a href="skype:echo123">x</a> -->',
    '<script>x = \'<a href="skype:echo123">\'</script>',
    '<img alt="<a href=skype:echo123>">',
    '<p data-href="skype:echo123"><a data-href="skype:echo123">b</a></p>',
    '<p><a href="tel:+1">b</a><a name="c">b</a></p>',
  ])('leaves %s alone', (html) => {
    expect(render(html, plugins)).toEqual({ html, messages: [] });
  });

  test('tells of a link that stays', () => {
    const { html, messages } = render('x <a href="skype:dave">b</a>', plugins);
    expect(html).toBe('<p>x <a href="skype:dave">b</a></p>');
    expect(messages).toMatchObject([
      { ruleId: 'no-replacement', level: 'warning', actual: 'skype:dave' },
    ]);
    expect(messages[0]?.place).toMatch(/^1:3-/);
  });
});

test('keeps how an attribute is written, but for its value', () => {
  expect(
    render('<a HREF = \'skype:echo123?call\' x=1 href="skype:echo123">b</a>').html,
  ).toBe(`<p><a HREF = "${call}" x=1 href="skype:echo123">b</a></p>`);
  expect(render('<div><A x href=skype:echo123?call>b</A></div>').html).toBe(
    `<div><A x href="${call}">b</A></div>`,
  );
});

/** Attributes for links to Teams, some of them with other names in JSX and hast. */
const withAttributes: Options = {
  ...options,
  attributes: {
    '*': { class: 'contact', 'data-contact': true },
    '*:app': { rel: 'nofollow' },
    teams: { hreflang: 'en', title: 'A "call" & more' },
  },
};

describe.each([
  ['raw HTML', []],
  ['raw HTML that rehype-raw has parsed', [rehypeRaw]],
])('gives the anchors that it redirects in %s', (_, plugins) => {
  test('the attributes of the service', () => {
    expect(
      attributesOf(
        process('<a href="skype:echo123?call">b</a>', plugins, withAttributes),
      ),
    ).toEqual({
      href: call,
      className: ['contact'],
      dataContact: '',
      hrefLang: 'en',
      title: 'A "call" & more',
    });
  });

  test('no attribute that they have already', () => {
    const anchor = '<a title CLASS=x href="skype:echo123?call" hreflang=\'de\'>b</a>';
    expect(attributesOf(process(anchor, plugins, withAttributes))).toEqual({
      href: call,
      className: ['x'],
      dataContact: '',
      hrefLang: 'de',
      title: '',
    });
  });
});

/** Read the attributes of an anchor, each of which it may have once. */
function attributesOf(file: VFile): Properties {
  const [paragraph] = fromHtml(String(file), {
    fragment: true,
    onerror: ({ reason }) => expect.fail(reason),
  }).children;
  const anchor = paragraph?.type === 'element' && paragraph.children[0];
  return anchor && anchor.type === 'element' ? anchor.properties : {};
}

test('gives an anchor that shows its URL the default label', () => {
  expect(
    render('<a href="skype:echo123?call">skype:echo123?call</a>', [rehypeRaw]).html,
  ).toBe(`<p><a href="${call}">Call Alice with Teams</a></p>`);
});

test('tells of a link once, though both plugins see it', () => {
  const { messages } = render('[a](skype:dave) [[skype:dave]]');
  expect(messages.filter(({ ruleId }) => ruleId === 'no-replacement')).toHaveLength(2);
});

test('leaves a page alone without option `redirect`', () => {
  const file = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeContactLinks)
    .use(rehypeStringify)
    .processSync('[a](skype:echo123)');
  expect(String(file)).toBe('<p><a href="skype:echo123">a</a></p>');
});

test('throws at once for a wrong option', () => {
  const processor = unified().use(rehypeContactLinks, { redirect: { skype: 'team' } });
  expect(() => processor.freeze()).toThrow('option `redirect.skype`');
});

test('a reference to a character that does not exist is not part of a scheme', () => {
  const markdown = '<a href="skype&#9999999;:echo123">b</a>';
  expect(render(markdown)).toEqual({ html: `<p>${markdown}</p>`, messages: [] });
});

describe('in MDX', () => {
  test.each([
    ['<a href="skype:echo123?call&amp;video=true">b</a>', `<a href="${video}">b</a>`],
    ["<a href={'skype:echo123?call'}>b</a>", `<a href="${call}">b</a>`],
    [
      'text <a href="tel:+1" href="skype:echo123?call">b</a>',
      `<p>text <a href="${call}">b</a></p>`,
    ],
    ['<a href={props.href}>b</a>', '<a href="skype:echo123">b</a>'],
    ['<a {...props}>b</a>', '<a href="skype:echo123">b</a>'],
    ['<a id="x">b</a>', '<a id="x">b</a>'],
    ['<b href="skype:echo123">b</b>', '<b href="skype:echo123">b</b>'],
    ['[a](skype:echo123?call)', `<p><a href="${call}">a</a></p>`],
  ])('%s', async (mdx, html) => {
    expect(await renderMdx(mdx)).toBe(html);
  });

  test.each([
    [
      '<a href="skype:echo123?call">b</a>',
      `<a class="contact" data-contact="" hrefLang="en" title="A &quot;call&quot; &amp; more" href="${call}">b</a>`,
    ],
    [
      '<a className="x" href="skype:echo123?call" hrefLang="de" title="">b</a>',
      `<a data-contact="" class="x" href="${call}" hrefLang="de" title="">b</a>`,
    ],
    [
      '<a {...{title: "x"}} href="skype:echo123?call">b</a>',
      `<a class="contact" data-contact="" hrefLang="en" title="x" href="${call}">b</a>`,
    ],
  ])('%s gets the attributes of the service that it lacks', async (mdx, html) => {
    expect(await renderMdx(mdx, withAttributes)).toBe(html);
  });

  async function renderMdx(mdx: string, given = options): Promise<string> {
    const file = new VFile(mdx);
    const { default: Content } = await evaluate(file, {
      ...runtime,
      remarkPlugins: [[remarkContactLinks, given]],
      rehypePlugins: [[rehypeContactLinks, given]],
    });
    expect(file.messages).toEqual([]);
    const element = createElement(Content, { href: 'skype:echo123' });
    return renderToStaticMarkup(element);
  }
});

test('works without a processor around it', () => {
  const tree = fromHtml('<a href="skype:echo123?call">b</a>', { fragment: true });
  rehypeContactLinks(options)(tree, new VFile());
  expect(tree.children).toMatchObject([{ properties: { href: call } }]);
});
