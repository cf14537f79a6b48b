/** Controls: they end or split lines and headers wherever a URI is passed on. */
const control = /\p{Cc}/u;
/** Bidi controls: they make an address read as another one. */
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Zero-width and other invisible characters: two addresses that look like one. */
const invisible = /[\u00AD\u180E\u200B-\u200D\u2060-\u2064\uFEFF]/u;
const loneSurrogate = /\p{Cs}/u;

/** What no URI may carry, and what it is called. */
const inValues: ReadonlyArray<readonly [RegExp, string]> = [
  [control, 'the control character'],
  [bidi, 'the bidirectional control'],
  [loneSurrogate, 'the lone surrogate'],
];

/** Beyond that, what an address may not hold: values need joiners, for emoji. */
const inTargets: ReadonlyArray<readonly [RegExp, string]> = [
  ...inValues,
  [invisible, 'the invisible character'],
];

/**
 * Name the first character that must not get into the value of a parameter.
 *
 * @returns
 *   Such as ``the control character U+0000``, or nothing when the value is fine.
 */
export function forbiddenInValue(value: string): string | undefined {
  return forbidden(value, inValues);
}

/**
 * Name what no target of any service may hold: a character that hides or breaks the
 * address, or a start that a client can take for a command line option (CVE-2006-2312).
 */
export function forbiddenInTarget(target: string): string | undefined {
  return /^[/-]/.test(target)
    ? `${show(target.charAt(0))} at its start`
    : forbidden(target, inTargets);
}

function forbidden(
  text: string,
  rules: ReadonlyArray<readonly [RegExp, string]>,
): string | undefined {
  for (const [pattern, name] of rules) {
    const found = pattern.exec(text);
    if (found) return `${name} ${codePoint(found[0])}`;
  }
  return undefined;
}

/** A character for people: `` `?` ``, `` `ü` ``, `a space`, `U+00A0`. */
export function show(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '`') return 'a backtick';
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
    ? `\`${character}\``
    : codePoint(character);
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return 'U+' + code.toString(16).toUpperCase().padStart(4, '0');
}
