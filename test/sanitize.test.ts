import type { Link } from 'mdast';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown, { defaultUrlTransform } from 'react-markdown';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import remarkContactLinks, {
  contactLinkSanitizeSchema,
  contactLinkUrlTransform,
  type Options,
} from '../src/index.js';
import { services } from '../src/services/index.js';
import type { Service } from '../src/services/service.js';
import { fixtures } from './helpers/fixtures.js';
import { parse, usual } from './helpers/remark.js';

const options: Options = { retired: 'ignore', services: { facetime: false } };

const kept: ReadonlyArray<[markdown: string, href: string]> = [
  ['[[skype:call echo123|x]]', 'skype:echo123?call'],
  ['[[tel:+1 201 555 0123|x]]', 'tel:+12015550123'],
  ['[[sfb:call alice@contoso.com|x]]', 'ms-sfb://call?id=alice%40contoso.com'],
  [
    '[[teams:chat alice@contoso.com|x]]',
    'https://teams.microsoft.com/l/chat/0/0?users=alice%40contoso.com',
  ],
  ['[x](https://example.com)', 'https://example.com'],
];

const refused = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'SKYPE:echo123',
  'sKype:echo123',
  'skype\u200B:echo123',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'facetime:alice@example.com',
];

function sanitized(markdown: string): string {
  return String(
    unified()
      .use(remarkParse)
      .use(remarkContactLinks, options)
      .use(remarkRehype)
      .use(rehypeSanitize, contactLinkSanitizeSchema(defaultSchema, options))
      .use(rehypeStringify)
      .processSync(markdown),
  );
}

function inReact(markdown: string): string {
  return renderToStaticMarkup(
    createElement(
      Markdown,
      {
        remarkPlugins: [[remarkContactLinks, options]],
        urlTransform: contactLinkUrlTransform(defaultUrlTransform, options),
      },
      markdown,
    ),
  );
}

describe.each([
  ['rehype-sanitize', sanitized],
  ['react-markdown', inReact],
])('%s', (_, render) => {
  test.each(kept)('lets %s through', (markdown, href) => {
    expect(render(markdown)).toBe(`<p><a href="${href}">x</a></p>`);
  });

  test.each(refused)('refuses %s', (url) => {
    expect(render(`[x](<${url}>)`)).not.toContain('echo123');
    expect(render(`[x](<${url}>)`)).toMatch(/^<p><a(?: href="")?>x<\/a><\/p>$/);
  });

  test('lets no scheme of a contact through in an image', () => {
    expect(render('![x](skype:echo123)')).toMatch(
      /^<p><img (?:src="" )?alt="x"\/?><\/p>$/,
    );
  });
});

describe('a service that is the only one', () => {
  const host = 'chat.example.org';
  const site: Record<string, object> = {
    ...{ irc: { host }, ircs: { host }, jitsi: { host }, matrix: {} },
    ...{ mattermost: { host }, zulip: { host }, slack: { team: 'T0123ABCD' } },
    ...{ webex: { host: 'example.webex.com' }, zoom: { host: 'example.zoom.us' } },
  };
  const off = Object.fromEntries(Object.keys(services).map((name) => [name, false]));

  test.each(Object.values(services))('$name has its links let through', (service) => {
    const { [service.name]: _, ...others } = off;
    const set = site[service.name];
    const own = { ...others, ...(set ? { [service.name]: set } : {}) };
    const only = { retired: 'ignore', services: own } as Options;
    const { actions, example } = service as Service;
    const transform = contactLinkUrlTransform<Link>(() => '', only);
    for (const [name, action] of Object.entries(actions)) {
      const words = [name, action.example ?? example, action.exampleParameters ?? ''];
      const tree = parse(`[[${service.name}:${words.join(' ')}]]`, usual(only));
      const urls: Array<string> = [];
      visit(tree, 'link', ({ url }) => void urls.push(url));
      expect(urls).toHaveLength(1);
      for (const url of urls) expect(transform(url, 'href', {} as Link)).toBe(url);
    }
  });
});

test('a schema that restricts no protocols stays as it is', () => {
  expect(contactLinkSanitizeSchema({})).toEqual({});
});

test.each(fixtures)('lets each link of $name through', ({ input, options }) => {
  const transform = contactLinkUrlTransform<Link>(() => '', options);
  const tree = parse(input, usual({ ...options, invalid: 'ignore' }));
  visit(tree, 'link', (node) => {
    const { data, url } = node;
    if (data && 'contact' in data) expect(transform(url, 'href', node)).toBe(url);
  });
});
