import type { Parents } from 'mdast';
import type { Handle, State } from 'mdast-util-to-markdown';

/** The runs of backticks that a text leaves open, and the place of the text. */
interface Open {
  /** The indexes of the nodes around the text, from the root on. */
  around: ReadonlyArray<number>;
  /** The lengths of the runs. */
  runs: ReadonlyArray<number>;
}

/** What the texts written so far leave open, for each document that is being written. */
const openIn = new WeakMap<State, ReadonlyArray<Open>>();

/**
 * Let nothing after a text that is written as it is close the code that it may leave open: code
 * spans get fences of another length, and other backticks become character references, as a
 * backslash does not keep a backtick from closing code.
 *
 * Other plugins write code and text too (mdast-util-gfm-table does in cells), so this changes
 * what they have written.
 *
 * @param value
 *   The text.
 * @param parent
 *   The parent of its node.
 */
export function keepCodeOpen(
  value: string,
  parent: Parents | undefined,
  state: State,
): void {
  const runs = openRuns(value);
  if (runs.length === 0) return;
  const isFirst = !openIn.has(state);
  // In emphasis and the like the text may be deep in its block: what is around the block counts.
  const isInBlock = /^(?:heading|paragraph|tableCell)$/.test(parent?.type ?? '');
  const around = state.indexStack.slice(0, isInBlock ? -1 : 1);
  openIn.set(state, [...openAround(state), { around, runs }]);
  if (!isFirst) return;
  const { inlineCode } = state.handlers as Record<'inlineCode', Handle>;
  state.handlers.inlineCode = Object.assign(
    (...parameters: Parameters<Handle>) =>
      withOtherFence(inlineCode(...parameters), openAround(state)),
    inlineCode,
  );
  const safe = state.safe.bind(state);
  state.safe = (input, config) => {
    const written = safe(input, config);
    const isText = state.stack.includes('phrasing');
    return isText && openAround(state).length > 0
      ? written.replace(/\\?([\s\S])/g, (whole, character) =>
          character === '`' ? '&#x60;' : whole,
        )
      : written;
  };
}

/** Get what is open in the block that is being written. */
function openAround(state: State): ReadonlyArray<Open> {
  return (openIn.get(state) ?? []).filter(({ around }) =>
    around.every((place, index) => place === state.indexStack[index]),
  );
}

/** Get the lengths of the runs of backticks that begin code which a text does not end. */
function openRuns(value: string): Array<number> {
  const open: Array<number> = [];
  const pattern = /\\[\s\S]|`+/g;
  for (let run = pattern.exec(value); run; run = pattern.exec(value)) {
    const [fence] = run;
    if (fence.startsWith('\\')) continue;
    // In code a backslash escapes nothing.
    const closing = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g');
    closing.lastIndex = pattern.lastIndex;
    if (closing.test(value)) pattern.lastIndex = closing.lastIndex;
    else open.push(fence.length);
  }
  return open;
}

/** Give a code span a fence that closes no open code. */
function withOtherFence(code: string, open: ReadonlyArray<Open>): string {
  const fence = code.slice(0, code.search(/[^`]/));
  const taken = new Set(open.flatMap(({ runs }) => runs));
  if (!taken.has(fence.length)) return code;
  for (const [{ length }] of code.matchAll(/`+/g)) taken.add(length);
  let { length } = fence;
  while (taken.has(length)) length++;
  const more = '`'.repeat(length - fence.length);
  return more + code + more;
}
