import type { Range } from 'remark-contact-links/core';

/** Characters that may begin something that is not text. */
const opening = /[\\`<{]/g;

/** How many characters are searched for the end of a tag, a comment or an expression. */
const longest = 4000;

const comment = /<!--[\s\S]*?-->/y;
const tag =
  /<(?:[a-z][\w:.-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?|\/[a-z][\w:.-]*\s*|[a-z][\w+.-]{1,31}:[^\s<>]*)>/iy;

/** The tags of JSX, whose attributes may have braces. */
const jsxTag = /<\/?[a-z](?:[^<>{"']|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*>/iy;

/**
 * Find the parts of a block of Markdown that are not text: code, tags, comments, autolinks and,
 * in MDX, expressions.
 *
 * @returns
 *   Their ranges, in their order.
 */
export function findLiterals(block: string, isMdx: boolean): Array<Range> {
  const found: Array<Range> = [];
  const patterns = isMdx ? [comment, jsxTag] : [comment, tag];
  /** Lengths of runs of backticks that nothing closes from here on. */
  const unclosed = new Set<number>();
  opening.lastIndex = 0;
  for (let match = opening.exec(block); match; match = opening.exec(block)) {
    const start = match.index;
    const [character] = match;
    let end = start + 1;
    if (character === '\\') end++;
    else if (character === '`') {
      const run = runEnd(block, start);
      end = codeEnd(block, start, run, unclosed) ?? run;
      if (end > run) found.push({ start, end });
    } else {
      const literal =
        character === '<'
          ? matchEnd(patterns, block, start)
          : isMdx && expressionEnd(block, start);
      if (literal) {
        found.push({ start, end: literal });
        end = literal;
      }
    }
    opening.lastIndex = end;
  }
  return found;
}

function runEnd(text: string, start: number): number {
  let end = start;
  while (text[end] === '`') end++;
  return end;
}

/** Find the end of a code span, after its backticks; nothing where nothing closes it. */
function codeEnd(
  text: string,
  start: number,
  run: number,
  unclosed: Set<number>,
): number | undefined {
  const length = run - start;
  if (unclosed.has(length)) return undefined;
  for (let at = text.indexOf('`', run); at >= 0; ) {
    const end = runEnd(text, at);
    if (end - at === length) return end;
    at = text.indexOf('`', end);
  }
  unclosed.add(length);
  return undefined;
}

function matchEnd(
  patterns: ReadonlyArray<RegExp>,
  text: string,
  start: number,
): number | undefined {
  const piece = text.slice(start, start + longest);
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    if (pattern.test(piece)) return start + pattern.lastIndex;
  }
  return undefined;
}

/** Find the end of an expression, after its brace; nothing where nothing closes it. */
function expressionEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const end = Math.min(text.length, start + longest);
  for (let at = start; at < end; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
