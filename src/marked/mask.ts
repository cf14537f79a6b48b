import type { Hooks } from 'marked';
import type { Settings } from '../core/settings.js';
import { createCandidateFinder } from '../core/shorthand/find-candidates.js';
import { findLabelEnd } from '../core/shorthand/find-label-end.js';
import { scanHead } from '../core/shorthand/scan-head.js';

type Masking = Hooks['emStrongMask'];

/**
 * Make a function that hides the shorthands of a document from emphasis, so that `*` and `_` in
 * one begin and end none outside.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Function that is called before a document is parsed, with the hooks of marked and whether the
 *   document has a shorthand. With such a hook marked takes a fifth longer, so it is there when it
 *   is needed alone.
 */
export function createMasking(
  settings: Settings,
): (hooks: Hooks, isNeeded: boolean) => void {
  const mask = createMask(settings);
  /** What was there before, by what took its place. */
  const replaced = new WeakMap<Masking, Masking>();
  return (hooks, isNeeded) => {
    const before = replaced.get(hooks.emStrongMask);
    if (isNeeded && !before) {
      const other = hooks.emStrongMask;
      const masking: Masking = (text) => mask(other.call(hooks, text));
      replaced.set(masking, other);
      hooks.emStrongMask = masking;
    } else if (!isNeeded && before && !hooks.options.async) {
      // Where parsing is asynchronous another document may be waiting.
      hooks.emStrongMask = before;
    }
  };
}

/** Make a function that puts something else in the place of shorthands, of the same length. */
function createMask({ names }: Settings): (text: string) => string {
  const findCandidates = createCandidateFinder(names);
  return (text) => {
    let masked = '';
    let from = 0;
    for (const start of findCandidates(text)) {
      const end = start < from ? undefined : endOf(text, start);
      if (end === undefined) continue;
      masked += `${text.slice(from, start)}[[${'a'.repeat(end - start - 4)}]]`;
      from = end;
    }
    return masked + text.slice(from);
  };

  function endOf(text: string, start: number): number | undefined {
    const { end, step } = scanHead(text, start + 2, names);
    if (step !== 'label') return step === 'bare' ? end : undefined;
    const label = findLabelEnd(text, end);
    return label.isClosed ? label.end + 2 : undefined;
  }
}
