/**
 * How much more than its bound a figure may be on a machine that does other things. What makes a
 * page slower by a tenth shows in the figures of `npm run bench`; this is for what nobody means.
 */
const margin = 1.1;

/**
 * Whether something is slower than its bound allows, beyond what noise explains: three of four
 * ratios are. Noise makes some of them larger, and few of them smaller.
 *
 * @param {ReadonlyArray<number>} ratios
 *   One for each round.
 * @param {number} most
 *   The bound.
 */
export function isTooSlow(ratios, most) {
  return lowerQuartile(ratios) > most * margin;
}

/** @param {ReadonlyArray<number>} ratios */
export function lowerQuartile(ratios) {
  return [...ratios].sort((left, right) => left - right)[ratios.length >> 2];
}
