import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { createNearMissFinder } from '../src/core/findings/near-misses.js';
import { resolveSettings } from '../src/core/index.js';
import { engines } from './helpers/engines.js';
import { render, usual } from './helpers/remark.js';
import { servers } from './helpers/servers.js';

const settings = resolveSettings({ services: servers });
const find = createNearMissFinder(settings);

/** A shorthand that is right, for each name of a service that is long enough. */
const shorthands = [...settings.names].flatMap(([name, { actions, bare, example }]) => {
  const action = bare ? '' : `${Object.keys(actions)[0]} `;
  return name.length < 5 ? [] : [`[[${name}:${action}${example}]]`];
});

/** Everything that is one slip of the pen away from a word. */
function slipsOf(word: string): Array<string> {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const places = [...word, ''].keys();
  return [...places].flatMap((at) => {
    const before = word.slice(0, at);
    const [first = '', second = ''] = word.slice(at);
    const after = word.slice(at + 1);
    return [
      ...[...letters].flatMap((letter) => [
        before + letter + word.slice(at),
        before + letter + after,
      ]),
      before + after,
      before + second + first + word.slice(at + 2),
    ];
  });
}

describe('a slip in the name of a service', () => {
  test.each(shorthands)('%s', (shorthand) => {
    const name = shorthand.slice(2, shorthand.indexOf(':'));
    const rest = shorthand.slice(2 + name.length);
    const slips = slipsOf(name).filter(
      (slip) => !settings.names.has(slip) && slip !== '',
    );
    expect(slips.length).toBeGreaterThan(100);
    for (const slip of slips) {
      const [found, ...others] = find(`See [[${slip}${rest}.`);
      expect(others, slip).toEqual([]);
      // A slip can make the name of another service, which the rest is right for, too.
      const [{ text = '' } = {}] = found?.finding.suggestions ?? [];
      expect(text.endsWith(rest), `${slip}: ${text}`).toBe(true);
      expect(find(text)).toEqual([]);
    }
  });

  test('a label that shows nothing is not one that comes first', () => {
    expect(find('[[ |skype:echo123]]')).toEqual([]);
  });

  test('two slips are one too many', () => {
    for (const word of ['sykpee', 'tamss', 'mial-to', 'zm', 'skype2go']) {
      expect(find(`[[${word}:echo123]] [[${word}:a@b.example]]`)).toEqual([]);
    }
  });
});

describe.each(engines)('$name', ({ create }) => {
  const without = create({ nearMisses: 'ignore' });
  const withThem = create({});

  test.each([
    'a [[skpye:call echo123]] b',
    '*[[skpye:call echo123|x]]* and **[[ skype:echo123]]**',
    '# [[Call|skype:call echo123]]',
    '- [[tle:+12015550123]]\n- [[tel:+12015550123]]',
    '<b>[[skpye:echo123]]</b>',
  ])('%j: a message, and the same page', (markdown) => {
    const { html, messages } = withThem(markdown);
    expect(messages.map(({ level, ruleId }) => `${level} ${ruleId}`)).toContain(
      'warning unknown-service',
    );
    const quiet = without(markdown);
    expect(html).toBe(quiet.html);
    expect(quiet.messages).toEqual([]);
  });
});

test('a near miss before something that has a place is found', () => {
  const { messages } = render(
    'a@b.example [[mialto:c@d.example]] [[x e@f.example *g*',
    [remarkGfm, ...usual().slice(-1)],
  );
  expect(messages).toMatchObject([{ ruleId: 'unknown-service', place: '1:13-1:35' }]);
});

test('a near miss between links of a plugin that have no place is found', () => {
  const { messages } = render('a@b.example [[mialto:c@d.example]] [[x e@f.example', [
    remarkGfm,
    ...usual().slice(-1),
  ]);
  expect(messages).toMatchObject([
    {
      ruleId: 'unknown-service',
      place: '1:13-1:35',
      expected: ['[[mailto:c@d.example]]'],
    },
  ]);
});

test.each([
  '[[',
  '[[ ',
  '[[a|',
  '[[skpye:',
  '[[skpye:x|',
  '[[ skype:x',
  '[[a|skype:',
  '[[!',
])('thousands of %j take no longer than their length', (start) => {
  // What grows with the square of its length would take minutes.
  expect(find(start.repeat(200_000))).toEqual([]);
});
