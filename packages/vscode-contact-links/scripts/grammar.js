/**
 * The TextMate grammars that color shorthands, made from the services.
 *
 * @see https://code.visualstudio.com/api/language-extensions/syntax-highlight-guide
 */

/**
 * The grammars that shorthands are injected into: scopes of text, scopes without shorthands, and
 * the rule for labels. At the start of a paragraph, no rule may come before that of the paragraph:
 * the rest of the line would have no colors.
 *
 * @type {Readonly<Record<string, {inside: ReadonlyArray<string>, outside: ReadonlyArray<string>, label: string}>>}
 */
export const hosts = {
  markdown: {
    inside: [
      'meta.paragraph.markdown',
      'entity.name.section.markdown',
      'markup.heading.setext',
      'markup.table.markdown',
    ],
    outside: ['markup.inline.raw', 'markup.fenced_code', 'markup.raw', 'markup.math'],
    label: 'text.html.markdown#inline',
  },
  mdx: {
    inside: ['source.mdx'],
    outside: ['markup.code', 'markup.raw', 'markup.math', 'source.tsx', 'source.js'],
    label: 'source.mdx#markdown-text',
  },
};

/** Scopes without shorthands in any grammar; no shorthand is inside another one. */
const outside = [
  'comment',
  'entity.name.tag',
  'meta.embedded',
  'meta.tag',
  'string.quoted',
  'meta.link.contact-link',
];

/**
 * Pattern of a head up to its end. A value in quotes may have `|` and `]]`; what has another
 * shorthand in it is not a label.
 */
const headEnd = String.raw`(?:[^\[\]\x60<|"\n]|\](?!\])|(?<==)"(?:\\"|[^\["\x60<\n])*"|(?<!=)")*(?:\]\]|\|(?!(?:[^\]\n]|\](?!\]))*\[\[))`;

/** A character of a target, which ends where the head ends. */
const inTarget = String.raw`(?:[^\s;|\]\\]|\](?!\])|\\(?!\|))`;

/** Where a shorthand stops that is not closed: at another one, or at the end of the paragraph. */
const broken = String.raw`(?=\[\[)|(?=^\s*$)`;

/**
 * Make the grammar that is injected into one language.
 *
 * @param {keyof typeof hosts} language
 *   The language.
 * @param {ReadonlyArray<{name: string, otherNames?: ReadonlyArray<string>, actions: object}>} services
 *   The services whose shorthands have colors.
 */
export function createGrammar(language, services) {
  const host = hosts[language];
  const without = [...host.outside, ...outside].map((scope) => ` - ${scope}`).join('');
  return {
    name: `Contact links in ${language}`,
    scopeName: `${language}.contact-link.injection`,
    injectionSelector: host.inside.map((scope) => `L:${scope}${without}`).join(', '),
    patterns: services.map(({ name }) => ({ include: `#${name}` })),
    repository: {
      ...Object.fromEntries(services.map((each) => [each.name, shorthand(each)])),
      pieces: { patterns: pieces },
      label: {
        begin: String.raw`\\?\|`,
        beginCaptures: { 0: { name: 'punctuation.separator.label.contact-link' } },
        end: String.raw`(?=\]\])|${broken}`,
        contentName: 'string.other.link.title.contact-link',
        patterns: [{ include: host.label }],
      },
    },
  };
}

function shorthand({ actions, name, otherNames = [] }) {
  const names = [name, ...otherNames].map(escaped).join('|');
  const words = Object.keys(actions).map(escaped).join('|');
  const action = {
    match: String.raw`\G\s*((?i:${words}))(?=\s+[^\s|\]])`,
    captures: { 1: { name: 'entity.name.function.action.contact-link' } },
  };
  return {
    name: 'meta.link.contact-link',
    begin: String.raw`(?<!!)(\[\[)((?i:${names}))(:)(?=${headEnd})`,
    beginCaptures: {
      1: { name: 'punctuation.definition.begin.contact-link' },
      2: { name: 'keyword.other.service.contact-link' },
      3: { name: 'punctuation.separator.service.contact-link' },
    },
    end: String.raw`(\]\])|${broken}`,
    endCaptures: { 1: { name: 'punctuation.definition.end.contact-link' } },
    patterns: [
      ...(words ? [action] : []),
      { include: '#pieces' },
      { include: '#label' },
    ],
  };
}

const pieces = [
  { match: ';', name: 'punctuation.separator.target.contact-link' },
  {
    match: String.raw`(?<=[\s;])([A-Za-z][\w-]*)(=)(?:("(?:\\"|[^"])*")|(${inTarget}*))`,
    captures: {
      1: { name: 'variable.parameter.contact-link' },
      2: { name: 'keyword.operator.assignment.contact-link' },
      3: { name: 'string.quoted.double.contact-link' },
      4: { name: 'string.unquoted.contact-link' },
    },
  },
  {
    match: String.raw`(?<=[:\s;])@${inTarget}+`,
    name: 'variable.other.contact.contact-link',
  },
  {
    // A phone number may have spaces; what comes after the last one may be a parameter.
    match: String.raw`${inTarget}+(?:[ \t]+(?![A-Za-z][\w-]*=)${inTarget}+)*`,
    name: 'markup.underline.link.target.contact-link',
  },
];

function escaped(text) {
  return text.replace(/[.+]/g, '\\$&');
}
