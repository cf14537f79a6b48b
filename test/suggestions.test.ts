import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedOf, findShorthands, resolveSettings } from '../src/core/index.js';
import { servers, servedServices as services } from './helpers/servers.js';

const settings = resolveSettings({
  services: servers,
  contacts: {
    alice: { name: 'Alice', ...addressesOf('example') },
    support: addressesOf('example'),
  },
});

/** An address for every service. */
function addressesOf(key: 'example'): Record<string, string> {
  return Object.fromEntries(services.map((service) => [service.name, service[key]]));
}

/** Words that are found nowhere else, to see whether one is lost. */
const word = fc.integer({ min: 1000, max: 9999 }).map((number) => `Word${number}`);
const value = fc.oneof(
  word,
  fc.tuple(word, word).map((words) => words.join(' ')),
  fc.tuple(word, word).map((words) => words.join(', and ')),
  fc.tuple(word, word).map(([one, two]) => `${one} = ${two}; x=1`),
  fc.integer({ min: 1, max: 99999 }).map(String),
  fc.constantFrom('2026-02-30T10:00Z', '2026-03-01T10:00:00+01:00', 'a@example.com'),
);

/** Links that authors paste in place of targets. */
const links = [
  'https://zoom.us/j/1234567890?pwd=Word4321',
  'mailto:a@b.example?subject=Word8765 Word4321',
  'tel:+1 201 555 0123;ext=5',
  'https://wa.me/+12015550123?text=Word1357',
  'skype:a;b?call&topic=Word2468',
];

/** What authors put around values, between people and at parameters. */
const around = fc.constantFrom(
  ['"', '"'],
  ['', ''],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
  ['"', ''],
);
const between = fc.constantFrom(
  ';',
  ';;',
  ', ',
  ',',
  ' and ',
  ' & ',
  ', and ',
  ' ',
  ' / ',
);
const equals = fc.constantFrom('=', ' = ', '= ', ' =', ': ');
const beforeParameter = fc.constantFrom(' ', ';', ', ', ',', ' ; ', '?', '&');

/** What is wrong with a target, and with none of its letters. */
const targetMistake = fc.constantFrom<(target: string) => string>(
  ...Array.from({ length: 40 }, () => (target: string) => target),
  (target) => `"${target}"`,
  (target) => target.replace(/^\+/, ''),
  (target) => target.replace(/^\+/, '00'),
  (target) => target.replace(/^\+(\d+) /, '+$1 (0)'),
  (target) => `${target} ext. 5`,
  (target) => `${target} x5`,
  (target) => `${target}/24`,
  (target) => `${target}.`,
  (target) => `${target}#top`,
  (target) => `${target}\u200B`,
  (target) => `-${target}`,
  (target) => target.replace(/.$/, ' $&'),
  () => '@alise',
  () => '@support',
);

/** A head with mistakes of every kind, of every action of every service. */
const wrongHead = fc.constantFrom(...services).chain((service) => {
  const { actions, bare, example, name, otherNames = [] } = service;
  const verbs = Object.keys(actions);
  const all = [...Object.values(actions), ...(bare ? [bare] : [])];
  const keys = all.flatMap(({ parameters }) =>
    Object.entries(parameters).flatMap(([key, parameter]) => [
      key,
      ...(parameter.otherNames ?? []),
      key.slice(0, -1),
      key.toUpperCase(),
    ]),
  );
  const examples = [example, ...all.flatMap((action) => action.example ?? [])];
  const verb = fc.constantFrom(
    '',
    ...verbs,
    ...verbs.map((each) => each.slice(1)),
    'Our',
  );
  const target = fc
    .tuple(
      fc.constantFrom(
        ...examples,
        ...examples,
        ...examples,
        ...examples,
        'Word1234',
        ...links,
        '',
      ),
      targetMistake,
    )
    .map(([text, change]) => change(text));
  const parameter = fc
    .tuple(
      beforeParameter,
      fc.constantFrom(...keys, 'colour', 'subject', 'text'),
      equals,
      around,
      value,
    )
    .map(([before, key, sign, [open, close], text]) =>
      [before, key, sign, open, text, close].join(''),
    );
  const quoted = fc
    .tuple(around, value)
    .map(([[open, close], text]) => ` ${open}${text}${close}`);
  return fc
    .record({
      name: fc.constantFrom(name, ...otherNames),
      verb,
      targets: fc.array(target, { maxLength: 2 }),
      between,
      parameters: fc.array(fc.oneof(parameter, quoted), { maxLength: 2 }),
    })
    .map((head) =>
      [
        `${head.name}:${head.verb}${head.verb && ' '}`,
        head.targets.join(head.between),
        ...head.parameters,
      ].join(''),
    );
});

const label = fc.constantFrom('', '', '|Call us', '|Call [us]');
const end = fc.constantFrom(']]', ']]', ']]', ']', '');

function suggestionsOf(text: string): Array<string> {
  return findShorthands(text, settings).flatMap(({ findings }) =>
    findings.flatMap((finding) => expectedOf(finding)),
  );
}

/** What a suggestion must not lose: words, numbers, and what is in a label. */
function wordsOf(text: string): Array<string> {
  return text.match(/Word\d{4}|(?<!\.)us\b/g) ?? [];
}

describe('a suggestion', () => {
  test('is a shorthand, or several, with nothing more to report', () => {
    let count = 0;
    fc.assert(
      fc.property(wrongHead, label, end, (head, after, close) => {
        for (const suggestion of suggestionsOf(`[[${head}${after}${close}`)) {
          count++;
          const found = findShorthands(suggestion, settings);
          expect(found.flatMap(({ findings }) => findings)).toEqual([]);
          expect(found.map(({ link }) => link?.kind)).toEqual(found.map(() => 'link'));
          const covered = found.map(({ range }) =>
            suggestion.slice(range.start, range.end),
          );
          expect(covered.join(', ')).toBe(suggestion);
        }
      }),
      { numRuns: 6000 },
    );
    expect(count).toBeGreaterThan(200);
  });

  test('loses no word that the author wrote', () => {
    fc.assert(
      fc.property(wrongHead, label, (head, after) => {
        const source = `[[${head}${after}]]`;
        for (const suggestion of suggestionsOf(source)) {
          for (const each of wordsOf(source)) expect(suggestion).toContain(each);
        }
      }),
      { numRuns: 6000 },
    );
  });

  test('stands in the reason too', () => {
    fc.assert(
      fc.property(wrongHead, (head) => {
        for (const { findings } of findShorthands(`[[${head}]]`, settings)) {
          for (const { reason, ruleId, suggestions } of findings) {
            // The reason of an unclosed one says what is missing.
            if (ruleId === 'unclosed' || suggestions.length === 0) continue;
            expect(reason).toMatch(/(?:; w|\? W)rite `/);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the contact that was meant', () => {
  const names = Array.from({ length: 5000 }, (_, index) => `person${index * 7919}`);
  const many = resolveSettings({
    contacts: Object.fromEntries(
      names.map((name) => [name, { tel: '+1 201 555 0123' }]),
    ),
  });
  const suggested = (name: string) =>
    findShorthands(`[[tel:@${name}]]`, many).flatMap(({ findings }) =>
      findings.flatMap((finding) => expectedOf(finding)),
    );

  test('is found among thousands', () => {
    for (const name of names.filter((_, index) => index % 97 === 0)) {
      expect(suggested(`q${name}`)).toEqual([`[[tel:@${name}]]`]);
      expect(suggested(`${name}q`)).toEqual([`[[tel:@${name}]]`]);
      expect(suggested(name.replace('er', 're'))).toEqual([`[[tel:@${name}]]`]);
    }
  });

  test('is not guessed where nothing is near', () => {
    expect(suggested('zzzzzzzz')).toEqual([]);
    expect(suggested('person'.repeat(6))).toEqual([]);
  });
});

describe('a reason', () => {
  const secrets = services.flatMap(({ actions, example, name }) =>
    Object.entries(actions).flatMap(([verb, action]) =>
      Object.entries(action.parameters).flatMap(([key, parameter]) =>
        parameter.secret
          ? [key, ...(parameter.otherNames ?? [])].map((each) => ({
              head: `${name}:${verb} ${action.example ?? example}`,
              key: each,
            }))
          : [],
      ),
    ),
  );

  test('never repeats a secret', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.constantFrom('', 'x', ';', ' "Hi"', '?', ' colour=red'),
        equals,
        around,
        fc.constantFrom('', ' '),
        ({ head, key }, mistake, sign, [open, close], space) => {
          const secret = `${open}hunter${space}two${close}`;
          const text = `[[${head}${mistake} ${key}${sign}${secret}]]`;
          for (const { findings } of findShorthands(text, settings)) {
            for (const { reason } of findings) expect(reason).not.toContain('hunter');
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('has no words of the grammar, and no `it` before a noun', () => {
    fc.assert(
      fc.property(wrongHead, label, end, (head, after, close) => {
        for (const { findings } of findShorthands(
          `[[${head}${after}${close}`,
          settings,
        )) {
          for (const { reason } of findings) {
            const words = reason.replace(/`` .* ``|`[^`]*`/g, '');
            expect(words).not.toMatch(/\b(?:head|targets?|undefined|null|NaN)\b/);
            expect(words).not.toMatch(/: it\b/);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
