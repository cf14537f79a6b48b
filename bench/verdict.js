/**
 * How much more than its bound a figure may be on a machine that does other things. A page that is
 * slower by less shows in the figures of `npm run bench`; this check finds what is slow by mistake.
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
