import type { Root } from 'mdast';
import type { DocumentEdit } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { type Checker, createChecker } from '../check-source.js';
import type { Range } from '../destinations.js';
import { applyEdits } from '../edit.js';
import { findGood } from '../find-good.js';
import { findUrls } from '../find-urls.js';
import type { Fix, FixableMessage } from '../messages.js';
import type { Project } from '../project.js';
import type { Source } from '../read-source.js';
import { composeEdits } from './compose.js';
import { meets, outlineOutside } from './outline.js';

/** A document that was fixed. */
export interface Fixed {
  /** Changes of the text, in its order; they do not overlap. */
  edits: ReadonlyArray<DocumentEdit>;
  /** The text afterwards. */
  text: string;
}

/** A text, and the messages about it. */
interface Checked {
  text: string;
  messages: Array<FixableMessage>;
}

/** A fix, and the places that it concerns. */
interface PlacedFix extends Fix {
  /** The part that becomes another node: the whole link, where text becomes one. */
  region: Range;
  /** The whole part that the message is about. */
  about: Range;
}

/**
 * Rules about the destinations of right links, which `migrate` is for: a shorthand can become such
 * a link when it is fixed.
 */
const aboutRightLinks: ReadonlySet<string | undefined> = new Set([
  'retired-service',
  'no-replacement',
]);

/**
 * Make a function that fixes the documents of a project, where it is sure what was meant.
 *
 * @returns
 *   Function that takes a document; it gives nothing where there is nothing to fix.
 */
export function createFixer(
  project: Project,
): (source: Pick<Source, 'file' | 'text'>) => Fixed | undefined {
  const checker = createChecker(project);
  return ({ file, text }) => {
    if (!checker.markdown.mayHaveLinks(text)) return undefined;
    let edits: ReadonlyArray<DocumentEdit> = [];
    let last: Checked = { text, messages: checker.check(file, text) };
    // A fix may make another one possible.
    for (;;) {
      const pass = fixOnce(file, last, checker);
      if (!pass) break;
      edits = composeEdits(text, edits, pass.edits);
      last = pass;
    }
    return edits.length > 0 ? { edits, text: last.text } : undefined;
  };
}

/**
 * Make the fixes that do what they should and nothing else. The document is parsed and checked
 * again with them.
 *
 * @returns
 *   The document after the fixes; nothing when there are none.
 */
function fixOnce(
  file: VFile,
  { messages, text }: Checked,
  { check, components, markdown }: Checker,
): (Checked & { edits: ReadonlyArray<DocumentEdit> }) | undefined {
  const fixes = fixesOf(messages);
  if (fixes.length === 0) return undefined;
  const before = markdown.parse(new VFile({ path: file.path, value: text }));
  let fixed: Checked | undefined;
  const edits = findGood(fixes, isGood);
  return fixed && { ...fixed, edits };

  function isGood(some: ReadonlyArray<PlacedFix>): boolean {
    const changed = applyEdits(text, some);
    const old = some.map(({ region }) => region);
    const now = placesAfter(some, 'region');
    let isSame = false;
    const left = check(file, changed, (tree) => {
      const outline = outlineOutside(before, text, old, components);
      isSame =
        outline === outlineOutside(tree, changed, now, components) &&
        leadWhereTheyShould(tree, changed, some, now);
    });
    const told = some.map(({ about }) => about);
    if (
      !isSame ||
      outside(messages, told) !== outside(left, placesAfter(some, 'about')) ||
      countFixes(left) >= countFixes(messages)
    ) {
      return false;
    }
    fixed = { text: changed, messages: left };
    return true;
  }

  /** Whether each fixed link is a link, and leads where its fix says. */
  function leadWhereTheyShould(
    tree: Root,
    changed: string,
    some: ReadonlyArray<PlacedFix>,
    now: ReadonlyArray<Range>,
  ): boolean {
    const urls = findUrls(tree, changed, components);
    return some.every(({ url }, index) => {
      const region = now[index] as Range;
      const found = urls.filter(({ target }) => meets(target, [region]));
      return (
        found.length > 0 && found.every((each) => url === undefined || each.url === url)
      );
    });
  }
}

/** Get the fixes of messages in the order of the text, without those that overlap others. */
function fixesOf(messages: ReadonlyArray<FixableMessage>): Array<PlacedFix> {
  const fixes = messages.flatMap((message): Array<PlacedFix> => {
    const { fix, place, ruleId } = message;
    if (!fix || aboutRightLinks.has(ruleId) || !place || !('start' in place)) return [];
    const about = {
      start: Math.min(fix.start, Number(place.start.offset)),
      end: Math.max(fix.end, Number(place.end.offset)),
    };
    const region = ruleId === 'not-a-link' ? about : { start: fix.start, end: fix.end };
    return [{ ...fix, region, about }];
  });
  fixes.sort((left, right) => left.about.start - right.about.start);
  let last = -1;
  return fixes.filter(({ about }) => {
    const isFree = about.start >= last;
    if (isFree) last = about.end;
    return isFree;
  });
}

/** Get the places of fixes after they have been made. */
function placesAfter(
  fixes: ReadonlyArray<PlacedFix>,
  name: 'about' | 'region',
): Array<Range> {
  let shift = 0;
  return fixes.map(({ end, start, text, [name]: place }) => {
    const from = place.start + shift;
    shift += text.length - (end - start);
    return { start: from, end: place.end + shift };
  });
}

/** Describe the messages about parts outside of some regions. */
function outside(
  messages: ReadonlyArray<FixableMessage>,
  regions: ReadonlyArray<Range>,
): string {
  const about = messages.filter(({ place, ruleId }) => {
    const point = place && 'start' in place ? place.start : place;
    const start = point?.offset ?? -1;
    return !aboutRightLinks.has(ruleId) && !meets({ start, end: start + 1 }, regions);
  });
  return JSON.stringify(about.map(({ actual, ruleId }) => [ruleId, actual]));
}

function countFixes(messages: ReadonlyArray<FixableMessage>): number {
  return messages.filter(({ fix, ruleId }) => fix && !aboutRightLinks.has(ruleId))
    .length;
}
