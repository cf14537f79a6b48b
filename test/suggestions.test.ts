import process from 'node:process';
import fc from 'fast-check';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { markdownToHtml } from 'satteri';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { moveOut } from '../src/core/findings/move-out.js';
import {
  type DocumentEdit,
  expectedOf,
  findShorthands,
  fixOf,
  resolveSettings,
} from '../src/core/index.js';
import remarkContactLinks, { type ContactLinkMessage } from '../src/index.js';
import type { Message } from '../src/markdown-it/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { servers, servedServices as services } from './helpers/servers.js';

/** Most documents have nothing to suggest. */
const numRuns = 20 * Number(process.env.RUNS);

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

/** A parameter that takes any text, and what comes before it. */
const texts = services.flatMap(({ actions, example, name }) =>
  Object.entries(actions).flatMap(([verb, action]) =>
    Object.entries(action.parameters).flatMap(([key, { check }]) =>
      check
        ? []
        : { key, start: `${name}:${verb} `, target: action.example ?? example },
    ),
  ),
);

/** A head with one text of several words, written in one of the ways that are wrong. */
const headWithText = fc
  .record({
    found: fc.constantFrom(...texts),
    isNamed: fc.boolean(),
    people: fc.constantFrom<(target: string) => string>(
      String,
      (target) => `${target}, ${target}`,
      (target) => `${target} and ${target}`,
      (target) => `${target};${target}`,
    ),
    before: beforeParameter,
    sign: equals,
    quotes: around,
    text: fc
      .tuple(word, fc.constantFrom(' ', ', ', ', and ', ' & ', ' / ', ' x'), word)
      .map((parts) => parts.join('')),
  })
  .map(({ before, found, isNamed, people, quotes, sign, text }) => {
    const { key, start, target } = found;
    const [open = '', close = ''] = isNamed || quotes[0] !== '' ? quotes : ['"', '"'];
    const name = isNamed ? before + key + sign : ' ';
    return { head: start + people(target) + name + open + text + close, text };
  });

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
      { numRuns },
    );
    expect(count).toBeGreaterThan(numRuns / 20);
  });

  test('loses no word that the author wrote', () => {
    fc.assert(
      fc.property(wrongHead, label, (head, after) => {
        const source = `[[${head}${after}]]`;
        for (const suggestion of suggestionsOf(source)) {
          for (const each of wordsOf(source)) expect(suggestion).toContain(each);
        }
      }),
      { numRuns },
    );
  });

  test('leaves a text as the author wrote it', () => {
    let count = 0;
    fc.assert(
      fc.property(headWithText, ({ head, text }) => {
        for (const suggestion of suggestionsOf(`[[${head}]]`)) {
          count++;
          expect(suggestion.replaceAll('%20', ' ')).toContain(text);
        }
      }),
      { numRuns },
    );
    expect(count).toBeGreaterThan(numRuns / 4);
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
      { numRuns },
    );
  });
});

describe('a fix', () => {
  test.each([
    ['[[skype:cal bob.smith]]', '[[skype:call bob.smith]]'],
    ['[[teams:caht a@b.example]]', '[[teams:chat a@b.example]]'],
    ['[[skype:bob.smith, alice.jones]]', '[[skype:bob.smith;alice.jones]]'],
    ['[[skype:bob.smith and alice.jones]]', '[[skype:bob.smith;alice.jones]]'],
    [
      '[[mailto:a@b.example subject=“Hi you”]]',
      '[[mailto:a@b.example subject="Hi you"]]',
    ],
    ['[[mailto:a@b.example subject = "Hi"]]', '[[mailto:a@b.example subject="Hi"]]'],
    ['[[mailto:a@b.example subjet=Hi]]', '[[mailto:a@b.example subject=Hi]]'],
    ['[[sms:+12015550123 text=Hi]]', '[[sms:+12015550123 body=Hi]]'],
    ['[[sms:+12015550123 "Hi you"]]', '[[sms:+12015550123 body="Hi you"]]'],
    ['[[xmpp:add a@b.example, name="Al"]]', '[[xmpp:add a@b.example name="Al"]]'],
    ['[[teams:chat: a@b.example]]', '[[teams:chat a@b.example]]'],
    [
      '[[mailto:a@b.example subject: My order]]',
      '[[mailto:a@b.example subject="My order"]]',
    ],
    ['[[tel:0044 20 7946 0958]]', '[[tel:+44 20 7946 0958]]'],
    ['[[tel:+12015550123]', '[[tel:+12015550123]]'],
    [
      '[[whatsapp:+12015550123;+12015550124]]',
      '[[whatsapp:+12015550123]], [[whatsapp:+12015550124]]',
    ],
  ])('of %s is what was meant', (source, fixed) => {
    const [finding] = findShorthands(source, settings).flatMap((each) => each.findings);
    expect(finding && fixOf(finding, 3)).toEqual({
      start: 3,
      end: 3 + source.length,
      text: fixed,
    });
  });

  test.each([
    ['[[teams:chat @alise]]', 'somebody else may be called nearly so'],
    ['[[skype:bob smith.jones]]', 'it may be the name of one person'],
    ['[[skype:mail bob.smith]]', 'two letters differ'],
    ['[[mailto:a@b.example bc=c@d.example]]', 'two names are as near'],
    ['[[skype:cal bob.smith; alice jones.x]]', 'one of two mistakes is a guess'],
    ['[[tel:+12015550123\n', 'it may end anywhere'],
    ['[[tel:2015550123]]', 'there is no suggestion'],
    ['[[mailto:a@b.example "My order"]]', 'it is the subject or the body'],
  ])('of %s is for the author to make, as %s', (source) => {
    const findings = findShorthands(source.replace('\\n', '\n'), settings).flatMap(
      (each) => each.findings,
    );
    expect(findings).not.toEqual([]);
    for (const finding of findings) expect(fixOf(finding, 0)).toBeUndefined();
  });

  test('may change more than the shorthand', () => {
    const file = new VFile('[see [[tel:+12015550123]] now](u)');
    const processor = unified().use(remarkParse).use(remarkContactLinks);
    processor.runSync(processor.parse(file), file);
    const [message]: Array<ContactLinkMessage> = file.messages;
    const text = '[see now](u) [[tel:+12015550123]]';
    expect(message?.fix).toEqual({ start: 0, end: 33, text });
    const near = new VFile('[[skpye:call bob.smith]] [[Call|tel:+12015550123]]');
    processor.runSync(processor.parse(near), near);
    expect(near.messages).toMatchObject([
      { fix: { text: '[[skype:call bob.smith]]' } },
      { fix: { text: '[[tel:+12015550123|Call]]' } },
    ]);
    const other = new VFile('[[mailt:a@b.example]]');
    processor.runSync(processor.parse(other), other);
    expect(other.messages).toMatchObject([{ fix: { text: '[[mailto:a@b.example]]' } }]);
    const two = new VFile('[[sipz:a@b.example]]');
    processor.runSync(processor.parse(two), two);
    const [{ expected, fix } = {}]: Array<Partial<ContactLinkMessage>> = two.messages;
    expect(expected).toEqual(['[[sip:a@b.example]]']);
    expect(fix).toBeUndefined();
  });
});

/** What an engine makes of a document, and what it reports. */
type Render = (input: string) => {
  html: string;
  messages: ReadonlyArray<{ edits?: Array<DocumentEdit>; ruleId?: string | undefined }>;
};

const options = {
  services: servers,
  contacts: settings.contacts,
  retired: 'ignore',
} as const;

const renderers: ReadonlyArray<[name: string, render: Render]> = [
  [
    'remark',
    (input) => {
      const file = new VFile(input);
      const html = unified()
        .use(remarkParse)
        .use(remarkGfm)
        .use(remarkContactLinks, options)
        .use(remarkRehype)
        .use(rehypeStringify)
        .processSync(file);
      const messages: ReadonlyArray<ContactLinkMessage> = file.messages;
      return { html: String(html), messages };
    },
  ],
  [
    'Sätteri',
    (input) => {
      const messages: Array<Message> = [];
      const onMessage = (message: Message) => messages.push(message);
      const mdastPlugins = [satteriContactLinks({ ...options, onMessage })];
      const { html } = markdownToHtml(input, { mdastPlugins });
      return { html, messages };
    },
  ],
];

/** A link with shorthands in its text, and a block around it. */
const nested = fc
  .record({
    pieces: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: word },
        { weight: 3, arbitrary: fc.constant(' ') },
        word.map((text) => `*${text}*`),
        word.map((text) => `\`${text}\``),
        fc.constantFrom(
          ...[
            '  ',
            '\n',
            '*',
            '_',
            ', ',
            '. ',
            '(',
            ')',
            '"',
            '^',
            '!',
            '\\',
            ':',
            '![',
            '[',
          ],
          ...[
            '\n- ',
            '\n1. ',
            '\n# ',
            '\n> ',
            ' |',
            '<b>',
            '&amp;',
            '~',
            '\t',
            '\\\n',
            '  \n',
          ],
        ),
        {
          weight: 4,
          arbitrary: fc
            .tuple(fc.oneof(wrongHead, fc.constantFrom('tel:+12015550123')), label)
            .map(([head, after]) => `[[${head}${after}]]`),
        },
      ),
      { minLength: 3, maxLength: 9 },
    ),
    address: fc.constantFrom('(u)', '(<u v> "t")', '[x]', '(u "a\nb")'),
    before: fc.constantFrom('', 'Word1111 ', '*', '[y]', '**a', '<a href="z">'),
    after: fc.constantFrom('', ' Word2222', '.', 's', '(v)', '[x]', '*', '</a>'),
    block: fc.constantFrom(
      (text: string) => text,
      (text: string) => `> ${text.replaceAll('\n', '\n> ')}`,
      (text: string) => `1. * ${text.replaceAll('\n', '\n     ')}`,
      (text: string) => `# ${text}`,
      (text: string) =>
        `| a |\n| - |\n| ${text.replace(/\n/g, ' ').replace(/\|/g, '\\|')} |`,
    ),
  })
  .map(
    ({ address, after, before, block, pieces }) =>
      `${block(`${before}[${pieces.join('')}]${address}${after}`)}\n\n[x]: u\n`,
  );

function apply(input: string, { end, start, text }: DocumentEdit): string {
  return input.slice(0, start) + text + input.slice(end);
}

/** What a page is made of, without links. */
function tagsOf(html: string): Array<string> {
  return html.match(/<(?!\/?a\b)[^>]*>/g) ?? [];
}

describe.each(renderers)(
  'a suggestion to move shorthands out of a link, %s',
  (_, render) => {
    test('leaves nothing to report, loses nothing and changes nothing else', () => {
      let count = 0;
      fc.assert(
        fc.property(nested, (input) => {
          const page = render(input);
          const moves = page.messages.filter(({ ruleId }) => ruleId === 'nested-link');
          const others = page.messages.flatMap((message) =>
            moves.includes(message) ? [] : [message.ruleId],
          );
          for (const { edits = [] } of moves) {
            for (const edit of edits) {
              count++;
              const moved = apply(input, edit);
              const after = render(moved);
              expect(after.messages.map(({ ruleId }) => ruleId)).toEqual(others);
              expect(tagsOf(after.html)).toEqual(tagsOf(page.html));
              expect(after.html).toContain('<a href="u');
              for (const each of wordsOf(input)) expect(moved).toContain(each);
            }
          }
        }),
        { numRuns },
      );
      expect(count).toBeGreaterThan(numRuns / 20);
    });

    test('is the same for all shorthands in the link', () => {
      const input = 'A [see [[tel:+12015550123]] and [[skype:cal bob]] now](u).';
      const text = '[see and now](u) [[tel:+12015550123]] [[skype:call bob]]';
      const edit = { start: 2, end: input.length - 1, text };
      expect(render(input).messages).toMatchObject([
        { edits: [edit] },
        { edits: [edit] },
      ]);
    });

    test('goes over lines with the markers of the blocks around', () => {
      const input = '> [see [[tel:+12015550123]]\n> now](u).';
      const [{ edits = [] } = {}] = render(input).messages;
      expect(edits.map((edit) => apply(input, edit))).toEqual([
        '> [see\n> now](u) [[tel:+12015550123]].',
      ]);
    });

    test('keeps a line break', () => {
      const input = '[Word[[tel:+12015550123]]  \nmore](u)';
      const [{ edits = [] } = {}] = render(input).messages;
      expect(edits.map((edit) => apply(input, edit))).toEqual([
        '[Word  \nmore](u) [[tel:+12015550123]]',
      ]);
    });

    test('keeps the escape of a bar in a table', () => {
      const input = '| a |\n| - |\n| [see [[tel:+12015550123\\|us]] now](u) |';
      const [{ edits = [] } = {}] = render(input).messages;
      expect(edits.map((edit) => apply(input, edit))).toEqual([
        '| a |\n| - |\n| [see now](u) [[tel:+12015550123\\|us]] |',
      ]);
    });

    test.each([
      ['no text is left', '[[[tel:+12015550123]]](u)'],
      ['nothing but marks is left', '[[[tel:+12015550123]], …](u)'],
      ['it is in emphasis', '[see *[[tel:+12015550123]]* now](u)'],
      ['it is in a word', '[a[[tel:+12015550123]] b](u)'],
      ['it is behind a backslash', '[Word\\ [[tel:+12015550123]]](u)'],
      [
        'it is one of a list',
        '[Ask [[tel:+12015550123]], [[tel:+12015550124]] or us](u)',
      ],
      ['it is first on its line', '> [see\n> [[tel:+12015550123]] now](u)'],
      ['it is alone on its line', '[[[tel:+12015550123]]\nnow](u)'],
      ['it is no link', '[see [[tel:nobody]] now](u)'],
      ['it is one link or another', '[see [[mailto:a@b.example "Word"]] now](u)'],
      ['a footnote would be left', '[[[tel:+12015550123]] ^1](u)'],
      ['what follows could belong to it', '[see [[tel:+12015550123]] now](u)(v)'],
      [
        'it is in an anchor anyway',
        '<a href="v">[see [[tel:+12015550123]] now](u)</a>',
      ],
      ['there are many', `[see ${'[[tel:+12015550123]] '.repeat(11)}now](u)`],
    ])('is not there where %s', (_reason, input) => {
      const { messages } = render(input);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).not.toHaveProperty('edits');
    });
  },
);

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
      { numRuns },
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
      { numRuns },
    );
  });
});

test('nothing is moved in a document that has another text by now', () => {
  const written = {
    head: 'tel:+12015550123',
    source: '[[tel:+12015550123]]',
    start: 5,
  };
  const document = '[see [[tel:+12015550124]] now](u)';
  const outer = { start: 0, textEnd: 29, end: document.length };
  expect(moveOut(outer, [written], document, settings)).toBeUndefined();
});
