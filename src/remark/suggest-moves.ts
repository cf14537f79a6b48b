import { findingOf, toEdit } from '../core/findings/finding.js';
import { moveOut } from '../core/findings/move-out.js';
import { nestedLink } from '../core/findings/problem.js';
import type { Settings } from '../core/settings.js';
import type { ContactLinkReport } from './tree.js';

/** Suggest how to move shorthands out of links, now that it is known where the links end. */
export function suggestMoves(
  nested: ContactLinkReport['nested'],
  text: string,
  settings: Settings,
): void {
  for (const [{ children, position }, shorthands] of nested) {
    const start = position?.start.offset;
    const end = position?.end.offset;
    const textEnd = children.at(-1)?.position?.end.offset;
    if (start === undefined || end === undefined || textEnd === undefined) continue;
    const placed = shorthands.map(({ finding, head, source }) => ({
      head,
      source,
      start: Number(finding.position?.start.offset),
    }));
    const moved = moveOut({ start, end, textEnd }, placed, text, settings);
    if (moved === undefined) continue;
    for (const { finding, head, source } of shorthands) {
      const at = Number(finding.position?.start.offset);
      const edit = toEdit(moved, { start: start - at, end: end - at });
      const written = { head, source };
      const better = findingOf(nestedLink(head), 'invalid', written, settings, edit);
      Object.assign(finding, better);
    }
  }
}
