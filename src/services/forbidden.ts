/**
 * What no value may carry into a URI: controls, which end lines and headers wherever the URI
 * is passed on; bidirectional controls, which make it look like another one; and lone
 * surrogates, which have no UTF-8.
 */
const forbiddenInValues = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * What nobody can see: characters that are ignored in display (zero width, variation
 * selectors, tags; UAX #44), interlinear annotations, the braille pattern without a dot, and
 * code points that are not characters. They make two addresses look like one.
 */
const invisible =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/**
 * What no target may hold: what nobody can see, what no value may carry, and a start that a
 * client can take for an option of a command (CVE-2006-2312). Values need invisible characters,
 * for emoji.
 */
const forbiddenInTargets = new RegExp(
  `^[/-]|${invisible.source}|${forbiddenInValues.source}`,
  'u',
);

/** Name the first character that the value of a parameter must not have. */
export function forbiddenInValue(value: string): string | undefined {
  return found(forbiddenInValues, value);
}

/** Name the first character that a target of whatever service must not have. */
export function forbiddenInTarget(target: string): string | undefined {
  return found(forbiddenInTargets, target);
}

/**
 * Name the first character that a pattern finds.
 *
 * @returns
 *   Something like `` `?` ``, `` `ü` ``, `a space` or `U+00A0`; nothing when it finds none.
 */
export function found(pattern: RegExp, text: string): string | undefined {
  const character = pattern.exec(text)?.[0];
  if (character === undefined) return undefined;
  if (character === ' ') return 'a space';
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && !invisible.test(character)) {
    return character === '`' ? 'a backtick' : `\`${character}\``;
  }
  const code = Number(character.codePointAt(0));
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
