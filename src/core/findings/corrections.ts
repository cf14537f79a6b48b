import type { Service } from '../../services/service.js';

/** A mistake that authors make, and what they mean; none of these loses a character of it. */
interface Correction {
  pattern: RegExp;
  replacement: string;
}

/** What a parameter is called, at its `=`. */
const key = String.raw`[A-Za-z][\w-]*`;

/** The mistakes whose remedy depends on no service. */
const general: ReadonlyArray<Correction> = [
  // Quotes as a word processor writes them, and single ones.
  { pattern: /[“”„‟«»]/g, replacement: '"' },
  {
    pattern: new RegExp(String.raw`(\s${key}=)['‘’]([^'‘’"]*)['‘’]`, 'g'),
    replacement: '$1"$2"',
  },
  // `subject = "x"`, and a comma before a parameter.
  {
    pattern: new RegExp(String.raw`(\s${key})(?:\s+=\s*|=\s+)(?=["“'‘])`, 'g'),
    replacement: '$1=',
  },
  { pattern: new RegExp(String.raw`\s*,\s*(?=${key}=)`, 'g'), replacement: ' ' },
  // Extensions of phone numbers.
  {
    pattern: /(\d)[\s,]*(?:\bext(?:ension|n)?\.?|x)[\s:=]*(?=\d{1,10}(?!\d))/gi,
    replacement: '$1 ext=',
  },
];

/** What stands between people in place of `;`. */
const separators: ReadonlyArray<RegExp> = [
  /\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/gi,
  // Spaces before what is not more of a phone number.
  /\s+(?=[^\d\s().-])/g,
];

/** A text in quotes after all else. */
const quoted = /\s+"((?:\\"|[^"])*)"\s*$/;

/**
 * Heads that an author may have meant, best first. They are guesses: only those that are links
 * may be suggested.
 *
 * @param head
 *   A head that is not a link.
 * @param service
 *   The service that it names.
 */
export function correctionsOf(head: string, service: Service): Array<string> {
  const colon = head.indexOf(':') + 1;
  const name = head.slice(0, colon);
  const rest = head.slice(colon);
  const heads = general.map(({ pattern, replacement }) =>
    rest.replace(pattern, replacement),
  );
  heads.push(...withSeparators(rest, service), ...withText(rest, service));
  return [...new Set(heads)]
    .filter((corrected) => corrected !== rest)
    .map((corrected) => name + corrected);
}

/** Put `;` between people, where an action takes several. */
function withSeparators(rest: string, { actions, bare }: Service): Array<string> {
  const [, word = '', people = '', parameters = ''] =
    /^(\s*(?:[A-Za-z]+\s+(?=\S))?)(.*?)((?:\s+[A-Za-z][\w-]*=.*)?)$/.exec(rest) ?? [];
  const isSeveral = [bare, ...Object.values(actions)].some(
    (action) => action?.most !== 1,
  );
  if (!isSeveral) return [];
  const isAction = Object.hasOwn(actions, word.trim().toLowerCase());
  const start = isAction ? word : '';
  const list = isAction ? people : word + people;
  return separators.map(
    (separator) => start + list.trim().replace(separator, ';') + parameters,
  );
}

/** Name the parameter for a text in quotes: `"Hi"` is `body="Hi"`. */
function withText(rest: string, { actions, bare }: Service): Array<string> {
  const [text, value] = quoted.exec(rest) ?? [];
  if (text === undefined) return [];
  const keys = [bare, ...Object.values(actions)].flatMap((action) =>
    Object.entries(action?.parameters ?? {}).flatMap(([name, { isText }]) =>
      isText ? [name] : [],
    ),
  );
  return keys.map((name) => `${rest.slice(0, -text.length)} ${name}="${value}"`);
}
