import type { Hooks } from 'marked';
import type { Settings } from '../core/settings.js';
import { createCandidateFinder } from '../core/shorthand/find-candidates.js';
import { findLabelEnd } from '../core/shorthand/find-label-end.js';
import { scanHead } from '../core/shorthand/scan-head.js';

type Masking = Hooks['emStrongMask'];

/**
 * Make a function that hides the shorthands of a document from emphasis, so that `*` and `_` in
 * a shorthand begin and end no emphasis outside of it.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Function to call before a document is parsed, with the hooks of marked and whether a
 *   shorthand of the document may hold such marks.
 */
export function createMasking(
  settings: Settings,
): (hooks: Hooks, isNeeded: boolean) => void {
  const mask = createMask(settings);
  const maskings = new WeakSet<Masking>();
  return (hooks, isNeeded) => {
    const { emStrongMask: other, options } = hooks;
    const masking: Masking = (text) => mask(other.call(hooks, text));
    if (options.async) {
      // The options may also be those of another document, which is waiting.
      if (!isNeeded || maskings.has(other)) return;
      maskings.add(masking);
      hooks.emStrongMask = masking;
    } else {
      // Where there is a hook, marked masks every text, even with its own hook that does nothing.
      const own = Object.hasOwn(hooks, 'emStrongMask') ? other : undefined;
      const value = isNeeded ? masking : own;
      options.hooks = Object.create(hooks, { emStrongMask: { value } });
    }
  };
}

/** A shorthand that ends at its first `]]`, without a mark of emphasis in it. */
const plainShorthand = /\[\[[^*_~`<\\[\]]*\]\]/y;

/** Whether there may be a mark of emphasis in the shorthand at a place. */
export function mayHoldMarks(text: string, start: number): boolean {
  plainShorthand.lastIndex = start;
  return !plainShorthand.test(text);
}

/** Make a function that overwrites shorthands with letters, so that the text keeps its length. */
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
