import fc from 'fast-check';

/** Words of an author, each of them found nowhere else. */
const word = fc.integer({ min: 1000, max: 9999 }).map((number) => `word${number}`);
const target = fc.constantFrom(
  'echo123',
  'echo-chinese',
  'live:bob',
  '+1 201 555 0123',
);
const shorthand = fc
  .record({
    action: fc.constantFrom('call ', 'video ', 'cal ', 'voicemail ', 'hangup ', ''),
    label: fc.option(fc.tuple(fc.constantFrom('', '*', '`', '['), word)),
    targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    topic: fc.option(fc.constantFrom('x', '"a b"', '"\\"|]]"')),
  })
  .map(({ action, label, targets, topic }) => {
    const [mark, text] = label ?? ['', ''];
    return `[[skype:${action}${targets.join(';')}${topic ? ` topic=${topic}` : ''}${
      label ? `|${mark}${text}${mark === '[' ? ']' : mark}` : ''
    }]]`;
  });
const prose = fc.oneof(
  word,
  shorthand,
  fc.constantFrom('and', '*so*', '`[[`', '\n', '!', ',', '[x](u)', '\\[[skype:a]]'),
);
/** Documents that somebody could write, right and wrong. */
export const sensible = fc
  .array(prose, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' ').replace(/ ?\n ?/g, '\n'));

/** Lines in which marks of emphasis, links and shorthands cross each other. */
export const crossing = fc
  .array(
    fc.constantFrom(
      ...['*', '**', '_', '*a', 'a*', 'a', ' ', '.', '\\', '`', '[', ']'],
      ...['[[skype:b|', '[[skype:b|*c* ', '[[skype:b]]', ']]', ']]*', '</b>', '<b>'],
    ),
    { minLength: 2, maxLength: 9 },
  )
  .map((parts) => parts.join(''));

/** What is around other inline content. */
type Around = readonly [before: string, after: string];

/** What a language has besides words and shorthands. */
interface Grammar {
  /** Whole things, and pieces that mean something to a parser. */
  pieces: ReadonlyArray<string>;
  inline: ReadonlyArray<Around>;
  /** Around inline content: one line of text, more or less. */
  leaf: ReadonlyArray<Around>;
  /** Before the first line of blocks, and before the others. */
  container: ReadonlyArray<Around>;
  /** Around whole blocks. */
  fence: ReadonlyArray<Around>;
}

/** What opens brackets: each of these may meet any of the ends, or none. */
const starts = [
  ...['[', '![', '[[', '![[', '[x ', '![x ', '[[Page|', '[[tel:', '[[tel:$|'],
  ...['[[tel:+12015550123|', '![[tel:+12015550123|', '[[skype:call a;b topic="x"|'],
  ...['[[skype:cal a\\|', '[[tel:$|$ '],
];
const ends = [
  ...[']', ']]', ']]]', ']]](u)', '](u)', ']]]]', '][x]', '][]', ']('],
  ...['](<]] u>)', '](u "]]")', "](u '[[tel:1|')", '](u (', '](u "', '](<u'],
  // Braces that are no expressions, and tags that are none.
  ...[']({u)', '](u "{")', '](<a b>)', '](<{b> (<i))'],
];
/** Links and images whose destinations and titles hold what means something elsewhere. */
const resources = ends
  .filter((end) => end.endsWith(')'))
  .flatMap((end) => [`[x${end}`, `![x${end}`]);

const markdown: Grammar = {
  pieces: [
    ...resources,
    ...['[[skype:', '[[skype:call ', '[[tel:', '[[', '[', ']', ']]', '|', '\\|', ';'],
    ...['=', ':', '"', '\\"', ' topic="', 'topic=x', 'call ', '@x', '[[Page]]', '!'],
    ...['[[skype:call echo123]]', '[[skype:chat a;b|*us*]]', '[[skype:cal a|`]]`]]'],
    ...[
      '[[skype:call a|b](c)',
      '[[mailto:a@b.cc subject="é & é"]]',
      '[[sip:a@b:99999]]',
    ],
    ...['[[teams:chat a@b.cc;c@d.ee topic="[]"|x]]', '[[matrix:@a:b.cc]]', '[[tel:]]'],
    ...['[[XMPP:join a@b.cc password=_x_]]', '[[tel:+1 201\t555-0123;ext=4\\|*5*]]'],
    ...[
      '(http://a.b)',
      '[x]',
      '[x][]',
      '![',
      '](u)',
      '<http://a.b>',
      'www.a.b',
      'a@b.cc',
    ],
    ...[
      '<a href="#">',
      '<a>',
      '</a>',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '<?x?>',
      '<![CDATA[',
    ],
    ...['*', '**', '_', '`', '``', '~~', '~', '^', '$', '$$', '\\', '\\\\', '&amp;'],
    ...[
      '&#x5B;',
      '&nGt;',
      '&#0;',
      '\n',
      '\n\n',
      '  \n',
      '\\\n',
      '\t',
      '  ',
      '    ',
      '\n> ',
    ],
    ...['> ', '* ', '1. ', '# ', '\n---\n', '\n    ', '| a |\n| - |\n', '\n[x]: u\n'],
    ...[
      '\0',
      '\uFEFF',
      '\uD800',
      '\u202E',
      '\u200B',
      'ü',
      '😀',
      '{x}',
      '{',
      '}',
      ':x[',
    ],
    ...[
      '[^1]',
      '\n[^1]: y\n',
      '--',
      "'",
      '...',
      '<',
      '>',
      '&',
      '\v',
      '\u2028',
      '\u00A0',
    ],
  ],
  inline: [
    ...([
      ['*', '*'],
      ['**', '**'],
      ['_', '_'],
      ['~~', '~~'],
      ['"', '"'],
      ['(', ')'],
      ['`', '`'],
      ['``', ' ``'],
      ['$', '$'],
    ] as const),
    ...([
      ['[', '](u)'],
      ['[', '](<u> "t")'],
      ['[', '][x]'],
      ['[', '][]'],
      ['[', ']'],
      ['![', '](u)'],
      ['![', '][x]'],
    ] as const),
    ...([
      ['[[skype:a|', ']]'],
      ['[[skype:call a;b topic="x"|', ']]'],
      ['[[skype:cal a\\|', ']]'],
      ['[[skype:call ', ']]'],
    ] as const),
    ...([
      ['<a href="#">', '</a>'],
      ['<b>', '</b>'],
      ['<!-- ', ' -->'],
      ['<i title="', '">'],
      [':x[', ']{y=z}'],
    ] as const),
  ],
  leaf: [
    ['', ''],
    ['# ', ' #'],
    ['', '\n---'],
    ['    ', ''],
    ['| ', ' | a |\n| - | - |\n| b | [[skype:a\\|*b*]] |'],
    ['| a | b |\n| :- | -: |\n| ', ' |'],
    ['[y]: u "', '"'],
    ['::x[', ']'],
    ['<div>', '</div>'],
  ],
  container: [
    ['> ', '> '],
    ['> ', ''],
    ['* ', '  '],
    ['10) ', '    '],
    ['* [ ] ', '  '],
    ['[^1]: ', '    '],
  ],
  fence: [
    ['```x\n', '\n```'],
    ['~~~\n', '\n'],
    ['$$\n', '\n$$'],
    [':::x{y}\n', '\n:::'],
    ['<div>\n\n', '\n\n</div>'],
    ['<a href="#">\n\n', '\n\n</a>'],
    ['<pre>\n', '\n</pre>'],
  ],
};

const mdx: Grammar = {
  ...markdown,
  pieces: [
    ...resources,
    ...markdown.pieces.filter((piece) => !/[<{}]/.test(piece)),
    ...['{x}', '{"]]"}', '{/* [[ */}', '<X />', '<X y="]]" />', '<X y={"]]"} />'],
  ],
  inline: [
    ...markdown.inline.filter(([before]) => !before.startsWith('<!')),
    ['<X y={1}>', '</X>'],
    ['<a>', '</a>'],
    ['<>', '</>'],
  ],
  fence: [...markdown.fence, ['<X>\n\n', '\n\n</X>'], ['export const x = `\n', '\n`']],
};

/** Documents of whatever is written in Markdown, and of what nobody would. */
export const anything = documents(markdown, 3, 40);

/**
 * The same for MDX; few of those with a mistake can be read at all, and Sätteri alone takes
 * twice as long for each `<u> ` after an open brace.
 */
export const anyMdx = documents(mdx, 1, 8);

/** A document whose shorthands are not closed: no `]]` is left in it. */
export function unclosed(document: string): string {
  return document.replace(/\]{2,}/g, ']');
}

/** A document with names of no service in the place of those that there are. */
export function unclaimed(document: string): string {
  return document.replace(/\[\[(\w+):/g, '[[$1-page:');
}

function documents(
  grammar: Grammar,
  mostEdits: number,
  mostDeep: number,
): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...grammar.pieces);
  const { blocks } = fc.letrec<Record<'inlines' | 'block' | 'blocks', string>>(
    (tie) => ({
      inlines: fc
        .array(
          fc.tuple(
            fc.oneof(
              { depthSize: 'small' },
              { arbitrary: word, weight: 3 },
              { arbitrary: shorthand, weight: 2 },
              { arbitrary: piece, weight: 3 },
              { arbitrary: around(grammar.inline, tie('inlines')), weight: 3 },
              { arbitrary: brackets(fc.oneof(piece, tie('inlines'))), weight: 2 },
              { arbitrary: deep(grammar.inline, mostDeep), weight: 1 },
            ),
            fc.constantFrom(' ', ' ', '', '\n'),
          ),
          { minLength: 1, maxLength: 6 },
        )
        .map((parts) => parts.flat().join('')),
      block: fc.oneof(
        { depthSize: 'small' },
        { arbitrary: around(grammar.leaf, tie('inlines')), weight: 4 },
        fc
          .tuple(fc.constantFrom(...grammar.container), tie('blocks'))
          .map(([[first, other], text]) => first + text.replace(/\n/g, `\n${other}`)),
        around(grammar.fence, tie('blocks')),
      ),
      blocks: fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .chain((parts) => fc.constantFrom('\n\n', '\n').map((gap) => parts.join(gap))),
    }),
  );
  const edit = fc.tuple(fc.nat(), fc.nat({ max: 3 }), piece);
  return fc
    .tuple(
      blocks,
      fc.array(edit, { maxLength: mostEdits }),
      fc.constantFrom('\n', '\n', '\r\n', '\r'),
      fc.constantFrom('', '', '', '\uFEFF', '---\na: "[[skype:a]]"\n---\n'),
    )
    .map(([text, edits, lineEnding, before]) =>
      edits
        .reduce((edited, [at, length, inserted]) => {
          const index = at % (edited.length + 1);
          return edited.slice(0, index) + inserted + edited.slice(index + length);
        }, before + text)
        .replace(/\n/g, lineEnding),
    );
}

function around(
  pairs: ReadonlyArray<Around>,
  content: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...pairs), content)
    .map(([[before, after], text]) => before + text + after);
}

/** Starts and ends of brackets as they come. */
function brackets(content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const some = (parts: ReadonlyArray<string>) =>
    fc.array(fc.constantFrom(...parts), { maxLength: 3 }).map((all) => all.join(''));
  return fc.tuple(some(starts), content, some(ends)).map((parts) => parts.join(''));
}

/** The same in itself, deeper than anybody writes, and not always closed. */
function deep(pairs: ReadonlyArray<Around>, max: number): fc.Arbitrary<string> {
  const depth = fc.nat({ max });
  const start = fc.oneof(
    fc.constantFrom(...pairs),
    fc.constantFrom(...starts.map((start) => [start, ']'] as const)),
  );
  return fc
    .tuple(start, depth, word, depth)
    .map(
      ([[before, after], opened, text, closed]) =>
        before.repeat(opened) + text + after.repeat(closed),
    );
}
