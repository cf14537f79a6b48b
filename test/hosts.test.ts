import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks, { type Options } from '../src/index.js';
import rehypeContactLinks from '../src/rehype/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { versions } from './helpers/markdown-it.js';

/** Render as a host does. */
type Render = (markdown: string, options?: Options) => string;

/**
 * Make what renders with remark.
 *
 * @param passed
 *   What the host sets on the file, and on the processor.
 */
function remarkIn(passed: { file?: object; processor?: object }): Render {
  return (value, options = {}) => {
    const file = new VFile({ value, data: { ...passed.file } });
    const processor = unified().data({ ...passed.processor });
    const html = processor
      .use(remarkParse)
      .use(remarkContactLinks, options)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeContactLinks, options)
      .use(rehypeStringify, { allowDangerousHtml: true })
      .processSync(file);
    return String(html);
  };
}

const fumadocs = { frontmatter: {}, _compiler: { addDependency() {} } };

const remarkHosts: ReadonlyArray<[name: string, render: Render]> = [
  ['Docusaurus', remarkIn({ file: { frontMatter: {}, compilerName: 'client' } })],
  ['Fumadocs', remarkIn({ file: { ...fumadocs, _getProcessor() {} } })],
  ['Rspress', remarkIn({ processor: { pageMeta: { title: '', toc: [] } } })],
];

const hosts: ReadonlyArray<[name: string, render: Render]> = [
  ...remarkHosts,
  [
    'Fumadocs with Sätteri',
    (markdown, options) =>
      markdownToHtml(markdown, {
        mdastPlugins: [satteriContactLinks(options)],
        data: { ...fumadocs },
      }).html.trim(),
  ],
  ...versions.map(({ create, name }): [string, Render] => [
    `VitePress with ${name}`,
    (markdown, options = {}) =>
      create(options)
        .render(markdown, { cleanUrls: false, path: '/a.md', relativePath: 'a.md' })
        .trim(),
  ]),
];

describe.each(hosts)('%s', (_, render) => {
  test('is kept from opening a tab for a link to an app', () => {
    expect(render('[[tel:+1 201 555 0123]]')).toBe(
      '<p><a href="tel:+12015550123" target="_self">+1 201 555 0123</a></p>',
    );
  });

  test('opens a web page as it opens others', () => {
    expect(render('[[signal:+1 201 555 0123]]')).toBe(
      '<p><a href="https://signal.me/#p/+12015550123">+1 201 555 0123</a></p>',
    );
  });

  test.each(['*', '*:app', 'tel', 'tel:call'])(
    'does what the site says of %s',
    (scope) => {
      const attributes = { [scope]: { target: '_top' } };
      expect(render('[[tel:call +1 201 555 0123|us]]', { attributes })).toBe(
        '<p><a href="tel:+12015550123" target="_top">us</a></p>',
      );
    },
  );

  test('adds to what the site says', () => {
    const attributes = { '*': { class: 'contact' } };
    expect(render('[[tel:+1 201 555 0123|us]]', { attributes })).toMatch(
      /^<p><a href="tel:\+12015550123" (?=.*target="_self")(?=.*class="contact")[^>]*>us<\/a><\/p>$/,
    );
  });

  test('decides itself where the site sets no target', () => {
    const attributes = { '*:app': { target: false } };
    expect(render('[[tel:+1 201 555 0123|us]]', { attributes })).toBe(
      '<p><a href="tel:+12015550123">us</a></p>',
    );
  });

  test('opens what a link is redirected to', () => {
    const options: Options = {
      contacts: {
        bob: { skype: 'bob', teams: 'bob@contoso.com', tel: '+12015550123' },
      },
      redirect: { skype: 'teams', 'skype:voicemail': 'tel:call' },
    };
    expect(render('[[skype:call bob|a]] [[skype:voicemail bob|b]]', options)).toBe(
      '<p><a href="https://teams.microsoft.com/l/call/0/0?users=bob%40contoso.com">a</a> <a href="tel:+12015550123" target="_self">b</a></p>',
    );
  });
});

/** Anchors in HTML are redirected by the rehype plugin alone. */
function anchorsIn(host: string, url: string): Array<[name: string, html: string]> {
  const isRemark = remarkHosts.some(([name]) => name === host);
  return isRemark ? [['anchors', `<a href="${url}">b</a>`]] : [];
}

describe.each(hosts)('%s redirects', (name, render) => {
  const options: Options = {
    contacts: { bob: { skype: 'bob', teams: 'bob@contoso.com', tel: '+12015550123' } },
    redirect: { skype: 'teams', 'skype:voicemail': 'tel:call' },
  };

  test.each([
    ['links', '[b](skype:bob?voicemail)'],
    ['references', '[b]\n\n[b]: skype:bob?voicemail'],
    ...anchorsIn(name, 'skype:bob?voicemail'),
  ])('%s to an app without a tab', (_, markdown) => {
    const html = render(markdown, options);
    expect(html).toContain('href="tel:+12015550123"');
    expect(html.match(/target="[^"]*"/g)).toEqual(['target="_self"']);
  });

  test.each([['links', '[b](skype:bob?call)'], ...anchorsIn(name, 'skype:bob?call')])(
    '%s to a web page as it opens others',
    (_, markdown) => {
      const html = render(markdown, options);
      expect(html).toContain('href="https://teams.microsoft.com/');
      expect(html).not.toContain('target');
    },
  );
});

test('elsewhere a link to an app has no target', () => {
  expect(remarkIn({ file: { frontmatter: {} } })('[[tel:+1 201 555 0123]]')).toBe(
    '<p><a href="tel:+12015550123">+1 201 555 0123</a></p>',
  );
});
