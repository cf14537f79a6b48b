import {
  expectedOf,
  type Finding,
  findShorthands,
  type Settings,
} from 'remark-contact-links/core';

/** A shorthand whose brackets a formatter has escaped, and where it is. */
export interface Escaped {
  offset: number;
  finding: Finding;
}

/** `\[\[word:` and the rest of its line, up to the brackets that close it, if any do. */
const escaped = /\\\[\\?\[([\w+.-]+:(?:\\[^\]\n\r]|[^[\]\\\n\r])*)(\\?\](?:\\?\])?)?/g;

/**
 * Find texts that were meant as shorthands and are escaped: a tool that formats Markdown takes a
 * shorthand that is misspelled or not closed for text, and writes backslashes before its brackets.
 * An escaped shorthand that is right is not reported, as somebody wanted to show it.
 */
export function findEscaped(text: string, settings: Settings): Array<Escaped> {
  const found: Array<Escaped> = [];
  for (const { 0: actual, 1: rest = '', 2: end = '', index } of text.matchAll(
    escaped,
  )) {
    const isClosed = end.replaceAll('\\', '') === ']]';
    const inner = unescaped(rest).trimEnd();
    const text = meant(`[[${inner}`, end.replaceAll('\\', ''), isClosed, settings);
    if (text === undefined) continue;
    const range = { start: 0, end: actual.trimEnd().length };
    const shown = actual.trimEnd();
    found.push({
      offset: index,
      finding: {
        kind: 'near-miss',
        ruleId: isClosed ? 'unknown-service' : 'unclosed',
        reason: `This is text because its brackets are escaped; it may be meant as \`${text}\``,
        actual: shown,
        range,
        suggestions: [{ range, text }],
      },
    });
  }
  return found;
}

/** Find the shorthand to write; nothing where the text is right, or not near to a shorthand. */
function meant(
  start: string,
  end: string,
  isClosed: boolean,
  settings: Settings,
): string | undefined {
  const source = start + end;
  const [shorthand] = findShorthands(source, settings);
  if (shorthand) {
    const [finding] = shorthand.findings;
    // The plugin does not escape a closed shorthand, so one that is wrong may be an example.
    return finding?.ruleId === 'unclosed' ? wholeOf(finding, source) : undefined;
  }
  const closed = isClosed ? source : `${start}]]`;
  const miss = settings.findNearMisses?.(closed)[0];
  return miss && wholeOf(miss.finding, closed);
}

/** Write the whole text with a finding in it put right. */
function wholeOf(finding: Finding, source: string): string | undefined {
  const [text] = expectedOf(finding);
  return text === undefined ? undefined : text + source.slice(finding.actual.length);
}

/** Undo what a formatter has done to a head: escapes, and autolinks. */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/<([^<>\s]+)>/g, '$1');
}
