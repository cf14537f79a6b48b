import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { defaultUrlTransform } from 'react-markdown';
import rehypeRaw from 'rehype-raw';
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
import type { Service } from '../src/services/service.js';
import { type Engine, engines, remark } from './helpers/engines.js';
import { servers, servedServices as services } from './helpers/servers.js';

const { corpora }: { corpora: ReadonlyArray<{ inputs: ReadonlyArray<string> }> } =
  JSON.parse(readFileSync(new URL('corpora/attacks.json', import.meta.url), 'utf8'));
const attacks = corpora.flatMap(({ inputs }) => inputs);

/** The class tells the plugin's anchors from those of Markdown. */
const marked = {
  retired: 'ignore',
  attributes: { '*': { class: 'contact' } },
} as const;
const own = {
  title: 'Own',
  example: 'x',
  actions: {
    go: {
      template: 'https://chat.example/{target}{?text}',
      parameters: { text: {} },
      label: 'Go to {targets} on {service}',
    },
  },
  default: 'go',
};
const options: Options<string> = { ...marked, services: { ...servers, own } };

/** Hosts of the services; nothing that is written leads elsewhere. */
const hosts = ['chat.example', ...services.flatMap(hostsOf)];

/** The hosts that the examples of a service lead to. */
function hostsOf({ actions, example }: Service): Array<string> {
  return Object.values(actions).flatMap((action) => {
    const result = action.address(action.example ?? example);
    if ('reason' in result) return [];
    const { hostname, protocol } = new URL(action.href([result.address], {}));
    return protocol === 'https:' ? [hostname] : [];
  });
}

const schemes = new Set([...services.flatMap((service) => service.schemes), 'https']);

/** What is in a head, which ends at some characters. */
function inHead(attack: string): string {
  return attack.replace(/[[`<\r\n]/g, '');
}

/** Shorthands that have an attack wherever their head has a place for text. */
function heads(attack: string): Array<string> {
  const text = inHead(attack);
  const value = text.replace(/"/g, '\\"').replace(/\\$/, '');
  return [...services, { name: 'own', ...own }].flatMap(
    ({ actions, example, name }) => [
      `[[${name}:${text}]]`,
      ...Object.entries<{ example?: string; most?: number; parameters?: object }>(
        actions,
      ).flatMap(([action, { example: target = example, most, parameters = {} }]) => [
        `[[${name}:${action} ${text}]]`,
        ...Object.keys(parameters).map((key) => {
          const targets = most === 1 || name === 'own' ? target : `${target};${target}`;
          return `[[${name}:${action} ${targets} ${key}="${value}"]]`;
        }),
      ]),
    ],
  );
}

/** Documents with an attack as it is, around a shorthand and in its label. */
function documents(attack: string): Array<string> {
  return [
    `[[skype:call a|${attack}]]`,
    `[[skype:call a|${attack}`,
    `${attack}[[skype:call a]]${attack}`,
    `[${attack} [[skype:call a|${attack}]]](https://example.com)`,
    `[[skype:call ${attack}|${attack}]] [[tel:+12015550123]]`,
  ];
}

function elements(html: string): Array<Element> {
  const found: Array<Element> = [];
  visit(fromHtml(html, { fragment: true }) as Root, 'element', (node) => {
    found.push(node);
  });
  return found;
}

function isOurs({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className[0] === 'contact';
}

const dangerous =
  /^(?:base|embed|form|iframe|link|math|meta|object|script|style|svg|template|video)$/;
const strictlyEncoded = /^[a-z-]+:(?:[\w.~,:;+?&=@/#()$!-]|%[\dA-F]{2})+$/;

/** What is wrong with an anchor of the plugin, if anything. */
function faultOfAnchor({ properties }: Element): string | undefined {
  const href = String(properties.href);
  if (Object.keys(properties).sort().join() !== 'className,href') return 'attributes';
  if (!strictlyEncoded.test(href)) return `not strictly encoded: ${href}`;
  const { hostname, password, port, protocol, username } = new URL(href);
  if (!schemes.has(protocol.slice(0, -1))) return `scheme of ${href}`;
  if (protocol !== 'https:') return undefined;
  return hosts.includes(hostname) && !username && !password && !port
    ? undefined
    : `leads elsewhere: ${href}`;
}

/**
 * Whether an anchor of the plugin holds another or is in one; Markdown itself has autolinks
 * in links. A parser would close the outer one, so that the tree does not tell.
 */
function hasNestedLink(html: string): boolean {
  const open: Array<boolean> = [];
  for (const [tag] of html.matchAll(/<\/?a(?:\s[^>]*)?>/g)) {
    if (tag.startsWith('</')) {
      open.pop();
    } else {
      open.push(/ class="contact"/.test(tag));
      if (open.length > 1 && open.includes(true)) return true;
    }
  }
  return false;
}

/** What is wrong with a page, and how many anchors of the plugin it has. */
function inspect(
  html: string,
  withoutPlugin: () => string,
): { faults: Array<string>; links: Array<Element> } {
  const all = elements(html);
  const anchors = all.filter(({ tagName }) => tagName === 'a');
  const links = anchors.filter(isOurs);
  const faults = links.flatMap((link) => faultOfAnchor(link) ?? []);
  if (hasNestedLink(html)) faults.push('nested anchors');
  for (const { properties, tagName } of all) {
    if (dangerous.test(tagName)) faults.push(`element ${tagName}`);
    const handler = Object.keys(properties).find((name) => /^on|^style/i.test(name));
    if (handler) faults.push(`attribute ${handler}`);
  }
  if (anchors.length > links.length) {
    const before = elements(withoutPlugin()).map(({ properties }) => properties.href);
    for (const anchor of anchors) {
      const { href } = anchor.properties;
      // What is an autolink depends on the text around it.
      const isAutolink = /^https?:/.test(String(href)) && toText(anchor) === href;
      if (!isOurs(anchor) && !isAutolink && !before.includes(href)) {
        faults.push(`new link: ${href}`);
      }
    }
  }
  return { faults, links };
}

/** A text without white space at line endings, which remark-rehype takes out. */
function trimLines(text: unknown): string {
  return String(text).replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, '\n');
}

/** Give nothing where the options are refused, as they should be with such a value. */
function unlessRefused<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/^TypeError: Wrong option `[^`]/);
    return undefined;
  }
}

/** Make what renders pages without raw HTML. */
function rendering(
  create: Engine['create'],
  options?: Options<string>,
): (markdown: string) => string {
  const render = create(options, { html: false });
  return (markdown) => {
    const { error, html } = render(markdown);
    if (error) throw error;
    return html;
  };
}

describe.each(engines)('$name', ({ create, name }) => {
  const plain = rendering(create);
  const turn = engines.findIndex((engine) => engine.name === name);

  test('attacks in heads, labels and around them make no link but contact links', () => {
    const render = rendering(create, options);
    let count = 0;
    for (const [index, attack] of attacks.entries()) {
      // Heads are the same to all engines, so that each takes its share of them.
      const share = heads(attack).filter(
        (_, at) => (at + index) % engines.length === turn,
      );
      for (const document of [share.join('\n\n'), ...documents(attack)]) {
        const { faults, links } = inspect(render(document), () => plain(document));
        expect(faults, document).toEqual([]);
        count += links.length;
      }
    }
    // Most attacks are fine as a subject or a message.
    expect(count).toBeGreaterThan(5 * attacks.length);
  });

  test('attacks in names, labels and attributes are text', () => {
    let count = 0;
    for (const each of attacks) {
      // A parser of HTML has no NUL.
      const attack = each.replace(/\0/g, '');
      const render = unlessRefused(() =>
        rendering(create, {
          ...marked,
          attributes: { '*': { class: 'contact' }, own: { title: attack } },
          contacts: { x: { name: attack, own: 'x' } },
          services: { own: { ...own, title: attack } },
        }),
      );
      if (!render) continue;
      const [link] = elements(render('[[own:go @x text=y]]')).filter(isOurs);
      expect(link?.properties).toEqual({
        href: 'https://chat.example/x?text=y',
        className: ['contact'],
        title: attack.replace(/\r\n?/g, '\n'),
      });
      const [text, ...others] = link?.children ?? [];
      expect(others).toEqual([]);
      expect(trimLines(text?.type === 'text' && text.value)).toBe(
        trimLines(`Go to ${attack} on ${attack}`),
      );
      count++;
    }
    // The others hold what reads as something else, and are refused as names.
    expect(count).toBeGreaterThan(0.8 * attacks.length);
  });
});

describe('options', () => {
  const create = (more: Options<string>) =>
    unlessRefused(() => rendering(remark.create, { ...marked, ...more }));

  test('no attack is the template of a service that runs code', () => {
    const refused: Array<string> = [];
    for (const attack of attacks) {
      for (const template of [attack, `${attack}{target}`]) {
        const actions = { go: { template } };
        const render = create({
          services: { own: { ...own, actions, default: null } },
        });
        if (!render) refused.push(attack);
        const [link] = elements(render?.('[[own:go x]]') ?? '').filter(isOurs);
        if (!link) continue;
        const href = String(link.properties.href);
        expect(href).toMatch(/^[a-z][a-z\d+.-]*:[!#-;=?-[\]_a-z~]*$/i);
        expect(href).not.toMatch(/^(?:javascript|data|vbscript|file|blob|about):/i);
      }
    }
    expect(refused).toEqual(
      expect.arrayContaining(
        attacks.filter((attack) => /^\W*javascript/i.test(attack)),
      ),
    );
  });

  test('an attack that is an address in the book leads where the service does', () => {
    for (const attack of attacks) {
      for (const { actions, name } of services) {
        const render = create({
          contacts: { x: { [name]: attack } },
          services: servers,
        });
        const document = Object.keys(actions).map(
          (action) => `[[${name}:${action} @x]]`,
        );
        const html = render?.(document.join('\n\n')) ?? '';
        expect(inspect(html, () => '').faults).toEqual([]);
      }
    }
  });

  test('no attack is the host of a service, nor the name of an attribute', () => {
    for (const attack of attacks) {
      const host = create({ services: { jitsi: { host: attack } } });
      expect(host === undefined || /^[\w.-]+(?::\d+)?$/.test(attack)).toBe(true);
      expect(() => remark.create({ attributes: { '*': { [attack]: 'x' } } })).toThrow(
        TypeError,
      );
    }
  });
});

describe('what lets contact links through', () => {
  const isAllowed = (url: string, others: RegExp) => {
    const scheme = /^([^:/?#]*):/.exec(url)?.[1];
    return scheme === undefined || schemes.has(scheme) || others.test(scheme);
  };

  test('a sanitized page has no other links, also with raw HTML', () => {
    const schema = contactLinkSanitizeSchema(defaultSchema, options);
    const processor = unified()
      .use(remarkParse)
      .use(remarkContactLinks, options)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeSanitize, schema)
      .use(rehypeStringify)
      .freeze();
    for (const attack of attacks) {
      for (const document of documents(attack)) {
        for (const { properties, tagName } of elements(
          String(processor.processSync(document)),
        )) {
          expect(tagName).not.toMatch(dangerous);
          const { href = '' } = properties;
          expect(isAllowed(String(href), /^(?:https?|ircs?|mailto|xmpp)$/i)).toBe(true);
        }
      }
    }
  });

  test('react-markdown gets no other URLs', () => {
    const urlTransform = contactLinkUrlTransform(defaultUrlTransform, options);
    const node = {
      type: 'element',
      tagName: 'a',
      properties: {},
      children: [],
    } as const;
    for (const attack of attacks) {
      const url = urlTransform(attack, 'href', { ...node, children: [] }) ?? '';
      expect(isAllowed(url, /^(?:https?|ircs?|mailto|xmpp)$/i)).toBe(true);
      expect(urlTransform(attack, 'src', { ...node, children: [] })).toBe(
        defaultUrlTransform(attack),
      );
    }
  });
});
