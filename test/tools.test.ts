import { describe, expect, test } from 'vitest';
import { createNameFinder } from '../src/core/findings/name-finder.js';
import {
  candidatePattern,
  findShorthands,
  type Options,
  readHead,
  readUri,
  resolveSettings,
} from '../src/core/index.js';
import contactLinks from '../src/index.js';
import { render, usual } from './helpers/remark.js';

const settings = resolveSettings({ retired: 'ignore' });

/** What is found in a text, as text. */
function found(text: string) {
  return findShorthands(text, settings).map(
    ({ findings, head, label, link, range }) => ({
      source: text.slice(range.start, range.end),
      head: text.slice(head.start, head.end),
      label: label && text.slice(label.start, label.end),
      url: link?.url,
      rules: findings.map(({ ruleId }) => ruleId),
    }),
  );
}

describe('shorthands are found in a text without an engine', () => {
  test('with their heads, labels and findings', () => {
    expect(found('a [[tel:+12015550123]] [[skype:cal bob|*us*]] \\[[tel:1]]')).toEqual([
      {
        source: '[[tel:+12015550123]]',
        head: 'tel:+12015550123',
        label: undefined,
        url: 'tel:+12015550123',
        rules: [],
      },
      {
        source: '[[skype:cal bob|*us*]]',
        head: 'skype:cal bob',
        label: '*us*',
        url: undefined,
        rules: ['unknown-action'],
      },
    ]);
  });

  test.each([
    ['[[skype:a|b `]]` c]]', 'b `]]` c'],
    ['[[skype:a|b `` ` `` c]]', 'b `` ` `` c'],
    ['[[skype:a|b ` c]] d', 'b ` c'],
    ['[[skype:a|b ` c `` d ` e]]', 'b ` c `` d ` e'],
    ['[[skype:a|b ` c \\`` d]]', 'b ` c \\`` d'],
    ['[[skype:a|b [c] d]]', 'b [c] d'],
    ['[[skype:a|![b](c)]]', '![b](c)'],
    ['[[skype:a|b \\] c]]', 'b \\] c'],
    ['[[skype:a|b\nc]]', 'b\nc'],
    ['[[skype:a|b\r\nc]]', 'b\r\nc'],
  ])('%j has the label %j', (text, label) => {
    expect(found(text)).toMatchObject([{ label, url: 'skype:a' }]);
  });

  test.each([
    '[[skype:a|b\n\nc]]',
    '[[skype:a|b\n \nc]]',
    '[[skype:a|b\r\rc]]',
    '[[skype:a|b\n',
    '[[skype:a|b] c]]',
    '[[skype:a|b',
    '[[skype:a',
    '[[skype:a [b]]',
  ])('%j is not closed', (text) => {
    expect(found(text)).toMatchObject([{ rules: ['unclosed'], url: undefined }]);
  });

  test('with the place of one that is not closed', () => {
    const shared = { label: undefined, url: undefined, rules: ['unclosed'] };
    expect(found('x [[skype:a\n[[skype:cal b|c')).toEqual([
      { ...shared, source: '[[skype:a', head: 'skype:a' },
      { ...shared, source: '[[skype:cal b|c', head: 'skype:cal b' },
    ]);
  });

  test('and another one may begin in one that is not closed', () => {
    expect(found('[[skype:a|b [[skype:c]]').map(({ rules }) => rules)).toEqual([
      ['unclosed'],
      [],
    ]);
  });
});

test('a text without a candidate holds no contact link', () => {
  const pattern = candidatePattern(settings);
  expect(pattern.test('x [[tel:1')).toBe(true);
  expect(pattern.test('x <SKYPE:a')).toBe(true);
  expect(pattern.test('[[Page]] t:1')).toBe(false);
  expect(pattern.test('https://wa.me/1')).toBe(true);
  expect(pattern.test('https://other-wa.me/1')).toBe(false);
  expect(pattern.test('https://waxme/1')).toBe(false);
  const services = Object.fromEntries(
    [...settings.services.keys()].map((name) => [name, false]),
  );
  const none = candidatePattern(resolveSettings({ services } as Options<string>));
  expect(none.test('[[tel:1]] skype:a')).toBe(false);
});

test('a head of no service is not read', () => {
  expect(readHead('skpye:a', settings)).toBeUndefined();
  expect(readHead('Email:a@b.org', settings)).toMatchObject({ name: 'email' });
});

test('a web address that no service knows is foreign', () => {
  expect(readUri('https://example.com/', settings)).toEqual({ kind: 'foreign' });
  expect(readUri('skype', settings)).toEqual({ kind: 'foreign' });
});

describe('of many names', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `person-${index}`);
  const find = createNameFinder([...names, 'Wilhelmina', 'aardvark']);

  test('the nearest is found, wherever the slip is', () => {
    expect(find('wilhelmna')).toBe('Wilhelmina');
    expect(find('xardvark')).toBe('aardvark');
  });

  test('no name is found where none is near', () => {
    expect(find('z'.repeat(40))).toBeUndefined();
    expect(find('qqqqqqqqq')).toBeUndefined();
  });
});

describe('a service of the site', () => {
  const services = {
    crm: {
      title: 'CRM',
      example: 'bob',
      default: 'open',
      actions: {
        open: {
          template: "https://crm.example/it's/{room}/{target}{?phoneNumber}",
          parameters: { room: {}, phoneNumber: {} },
        },
        short: { template: 'https://crm.example/{target:2}/x' },
        one: { template: 'https://crm.example/{target:1}' },
      },
    },
  };
  const page = (markdown: string) => render(markdown, usual({ services }));

  test('has parameters with capitals', () => {
    expect(page('[[crm:bob room=a phoneNumber=5]]').html).toBe(
      '<p><a href="https://crm.example/it%27s/a/bob?phoneNumber=5">bob</a></p>',
    );
  });

  test.each([
    ['[[crm:bob room=..]]', 'invalid-parameter'],
    ['[[crm:short ..ab]]', 'invalid-target'],
    ['[[crm:one 😀]]', 'invalid-target'],
  ])('%s does not lead out of its path', (markdown, ruleId) => {
    const { html, messages } = page(markdown);
    expect(html).toBe(`<p>${markdown}</p>`);
    expect(messages).toMatchObject([{ ruleId }]);
  });
});

test('settings that are not given have their default', () => {
  const { services } = resolveSettings({ services: { jitsi: {}, matrix: {} } });
  expect(services.get('jitsi')?.actions.join?.href(['a'], {})).toBe(
    'https://meet.jit.si/a',
  );
  expect(services.get('matrix')?.schemes).toEqual(['https']);
});

test('on a parser that ignores its syntax, the plugin says what it needs', () => {
  const processor = { Parser: class {}, data: () => ({}) };
  const transform = contactLinks.call(processor);
  expect(() => transform({ type: 'root', children: [] }, {} as never)).toThrow(
    'remark-contact-links needs remark-parse 11 or later',
  );
});

test.each([
  ['[[teams:meet a@contoso.com end=2026-01-01T10:00Z]]', 'invalid-parameter'],
  ['[[skype:call a;b topic=x topic=x]]', 'unknown-parameter'],
])('%s is reported as %s', (markdown, ruleId) => {
  expect(render(markdown, usual()).messages).toMatchObject([{ ruleId }]);
});

test('an invitation is not reported where only another action is redirected', () => {
  const { messages } = render(
    '[a](skype:?chat&blob=x)',
    usual({ redirect: { 'skype:call': 'tel' } }),
  );
  expect(messages).toEqual([]);
});
