import { resolveHead } from '../resolve/resolve-head.js';
import type { Settings } from '../settings.js';
import { isEscaped } from '../shorthand/escapes.js';
import { findLabelEnd } from '../shorthand/find-label-end.js';
import { scanHead, withoutEnd } from '../shorthand/scan-head.js';
import { isRight, reasonWith } from './close-heads.js';
import type { Finding, TextEdit } from './finding.js';
import { quote, wholeOf } from './problem.js';
import { isNear } from './slip.js';

/** A `[[` that is nearly a contact link, and where it is in a text. */
export interface NearMiss {
  offset: number;
  finding: Finding;
}

/** `[[word:`, where white space may be by mistake, as in `[[mail to:`. */
const misnamed = /\[\[([ \t]*)([a-z][\w+.-]*(?:[ \t][\w+.-]+)?)([ \t]*):/iy;

/** `[[Label|word:`: the label comes first. */
const turned = /\[\[([^[\]|\r\n]*[^[\]|\r\n\\])(\\?\|)[ \t]*([a-z][\w+.-]*):/iy;

/** What may be a head: it holds no bracket and no line ending. */
const line = /[^[\r\n]*/y;

/** Shorter names are near to too many words: `[[tag:release]]` is not `tel`. */
const shortest = 5;

/** A name of two letters is near to too much, even with an address after it. */
const shortestWithAddress = 3;

/** A phone number or an e-mail address: what makes a short word the name of a service. */
const address = /^(?:\+?\d[\d\s().-]{4,}|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/**
 * Make a function that finds what was meant as a contact link and is not one: the name of its
 * service is misspelled, has white space before or after it, or comes after the label.
 * Only what is a right link once it is corrected counts, so that wiki links stay as they are.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Function that takes a text, and gives the near misses in their order. Whether one is in
 *   code, in HTML or in the text of another link is for the caller to know.
 */
export function createNearMissFinder(
  settings: Settings,
): (text: string) => Array<NearMiss> {
  const names = [...settings.names.keys()];
  return (text) => {
    const found: Array<NearMiss> = [];
    let at = text.indexOf('[[');
    for (; at >= 0; at = text.indexOf('[[', at + 1)) {
      const finding = isLiteral(text, at) ? undefined : findingAt(text, at);
      if (finding) found.push({ offset: at, finding });
    }
    return found;
  };

  function findingAt(text: string, at: number): Finding | undefined {
    const named = matchAt(misnamed, text, at);
    if (named) return misnamedFinding(text, at, named);
    const first = matchAt(turned, text, at);
    return first && turnedFinding(text, at, first);
  }

  function misnamedFinding(
    text: string,
    at: number,
    [whole, before = '', word = '', after = '']: RegExpExecArray,
  ): Finding | undefined {
    const name = word.toLowerCase();
    const isNamed = settings.names.has(name);
    const hasSpace = before !== '' || after !== '';
    // Without white space it is a shorthand; with it, one mistake is enough.
    if (isNamed !== hasSpace) return undefined;
    const nearNames = isNamed
      ? [name]
      : names.filter(
          (each) => each.length >= shortestWithAddress && isNear(name, each),
        );
    const isGuess = new Set(nearNames.map((each) => settings.names.get(each))).size > 1;
    for (const near of nearNames) {
      const rest = readRest(text, at + whole.length, near);
      if (!rest || !isMeant(rest.head, near, isNamed)) continue;
      const start = isNamed ? 2 : 2 + before.length;
      const end = isNamed ? whole.length - 1 : start + word.length;
      const reason = isNamed
        ? spaceReasons[before === '' ? 'after' : 'before']
        : `Unknown service ${quote(word)}; did you mean ${quote(near)}?`;
      const actual = text.slice(at, rest.end);
      const edit = {
        range: { start, end },
        text: near,
        ...(isGuess ? { isGuess } : {}),
      };
      return toFinding(actual, reason, edit, settings);
    }
    return undefined;
  }

  function turnedFinding(
    text: string,
    at: number,
    [whole, label = '', bar = '', word = '']: RegExpExecArray,
  ): Finding | undefined {
    const name = word.toLowerCase();
    if (label.trim() === '' || !settings.names.has(name)) return undefined;
    const rest = readRest(text, at + whole.length, name);
    if (!rest || rest.hasLabel || !isMeant(rest.head, name, true)) return undefined;
    const actual = text.slice(at, rest.end);
    const range = { start: 2, end: actual.length - 2 };
    const edit = { range, text: `${rest.head}${bar}${label.trim()}` };
    return toFinding(actual, turnedReason, edit, settings);
  }

  /** Whether a head is a link, and its name is one that somebody meant. */
  function isMeant(head: string, name: string, isNamed: boolean): boolean {
    if (!isRight(head, settings)) return false;
    if (isNamed || name.length >= shortest) return true;
    const result = resolveHead(head, settings);
    return (
      result.kind === 'link' &&
      result.contact.targets.every((target) => address.test(target))
    );
  }

  /**
   * Read what comes after the colon as if the name before it were right.
   */
  function readRest(text: string, from: number, name: string): Rest | undefined {
    const start = `${name}:`;
    line.lastIndex = from;
    // The pattern always matches, if only an empty text.
    const [tail] = line.exec(text) as RegExpExecArray;
    const head = start + tail;
    const { end, step } = scanHead(head, 0, settings.names);
    if (step !== 'bare' && step !== 'label') return undefined;
    const written = withoutEnd(head.slice(0, end));
    const stop = from + end - start.length;
    if (step === 'bare') {
      return isFollowed(text, stop)
        ? undefined
        : { head: written, end: stop, hasLabel: false };
    }
    const label = findLabelEnd(text, stop);
    if (!label.isClosed || isFollowed(text, label.end + 2)) return undefined;
    return { head: written, end: label.end + 2, hasLabel: true };
  }
}

const spaceReasons = {
  before: 'A contact link has no white space after its `[[`',
  after: 'A contact link has no white space before its colon',
};

const turnedReason = 'The label of a contact link comes last';

/**
 * Make a finding.
 *
 * @param edit
 *   The change that corrects `actual`.
 */
function toFinding(
  actual: string,
  reason: string,
  edit: TextEdit,
  settings: Settings,
): Finding {
  const { range, text, ...rest } = edit;
  const kind = 'near-miss';
  const ruleId = 'unknown-service';
  const [firstLine = ''] = actual.split(/[\r\n]/, 1);
  if (firstLine !== actual) {
    // In a block quote the lines of a label have marks before them.
    const line = firstLine.trimEnd();
    return { kind, ruleId, reason, actual: line, range, suggestions: [edit] };
  }
  const mended = actual.slice(0, range.start) + text + actual.slice(range.end);
  return {
    kind,
    ruleId,
    reason: reasonWith(reason, [{ text: mended }], settings),
    actual,
    range,
    suggestions: [{ ...rest, range: wholeOf(actual), text: mended }],
  };
}

/** What comes after the colon of a near miss. */
interface Rest {
  /** The head, with the right name of the service. */
  head: string;
  /** After the `]]`. */
  end: number;
  hasLabel: boolean;
}

function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Whether brackets are escaped, or belong to an image. */
function isLiteral(text: string, at: number): boolean {
  return text[at - 1] === '!' || isEscaped(text, at);
}

/** Whether what comes after the brackets makes them part of a link. */
function isFollowed(text: string, end: number): boolean {
  return text[end] === '(' || text[end] === '[';
}
