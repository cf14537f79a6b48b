import type { ContactLink } from '../contact-link.js';
import { type Finding, findingsOf } from '../findings/finding.js';
import type { Range } from '../findings/problem.js';
import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isEscaped } from './escapes.js';
import { createCandidateFinder } from './find-candidates.js';
import { findLabelEnd } from './find-label-end.js';
import { scanHead, withoutEnd } from './scan-head.js';
import { unclosedFinding } from './unclosed.js';

/** A shorthand in a text; all ranges are in that text. */
export interface FoundShorthand {
  /** From `[[` to `]]`; of one that is not closed, to where the search for its end stopped. */
  range: Range;
  /** What comes between `[[` and its bar or `]]`. */
  head: Range;
  /** The label; nothing where the author wrote none. */
  label: Range | undefined;
  /** Where it leads; nothing where it is not a link. */
  link: ContactLink | undefined;
  /** What there is to report; the ranges in it count from the start of the shorthand. */
  findings: ReadonlyArray<Finding>;
}

/**
 * Find the shorthands of a text without an engine, for tools that work on text alone, such as
 * editors. Escapes and code spans in labels are known; whether a shorthand is in code, in HTML
 * or in the text of another link is for the caller to know.
 *
 * @param text
 *   The document.
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   The shorthands in their order.
 */
export function findShorthands(
  text: string,
  settings: Settings,
): Array<FoundShorthand> {
  const found: Array<FoundShorthand> = [];
  let from = 0;
  for (const start of createCandidateFinder(settings.names)(text)) {
    if (start < from || isEscaped(text, start)) continue;
    const shorthand = readShorthand(text, start, settings);
    found.push(shorthand);
    // Inside a shorthand that is not closed, another one can begin.
    if (!shorthand.findings.some(({ ruleId }) => ruleId === 'unclosed')) {
      from = shorthand.range.end;
    }
  }
  return found;
}

function readShorthand(
  text: string,
  start: number,
  settings: Settings,
): FoundShorthand {
  const { end, step } = scanHead(text, start + 2, settings.names);
  const label = step === 'label' ? findLabelEnd(text, end) : undefined;
  if (step === 'broken' || label?.isClosed === false) {
    const stop = label ? label.end : end;
    const unclosed = label
      ? { source: text.slice(start, stop), label: end - start }
      : { source: text.slice(start, stop), code: text.charCodeAt(stop) || null };
    return {
      range: { start, end: stop },
      head: { start: start + 2, end: label ? end - 1 : end },
      label: undefined,
      link: undefined,
      findings: [unclosedFinding(unclosed, false, settings)],
    };
  }
  const stop = label ? label.end + 2 : end;
  const source = text.slice(start, stop);
  const head = withoutEnd(text.slice(start + 2, end));
  const result = resolveHead(head, settings);
  return {
    range: { start, end: stop },
    head: { start: start + 2, end: start + 2 + head.length },
    label: label && { start: end, end: label.end },
    link: result.kind === 'link' ? result : undefined,
    findings: findingsOf(result, { head, source }, settings),
  };
}
