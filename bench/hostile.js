/** Growth on hostile input, of each engine without and with the plugin. */
import { growth } from './measure.js';
import { patterns } from './patterns.js';
import { engines } from './pipelines.js';
import { isOver } from './report.js';

const sizes = [2_000, 4_000, 8_000, 16_000];
const largeSizes = [12_500, 25_000, 50_000, 100_000];

/** Noise of the measurement: as much as a figure may be worse without being so. */
const noise = 0.15;

const rounds = 3;
/**
 * V8 takes the same work several times as long in one round as in another. A figure that seems to
 * be over its bound is measured once more, with enough rounds for their median to hold.
 */
const moreRounds = 9;

/** @param {import('./report.js').Report} report */
export async function hostile(report) {
  for (const [name, { with: run, without }] of Object.entries(engines)) {
    for (const pattern of patterns) {
      const measure = async (count) => {
        const exponents = await growth(pattern, sizes, { without, with: run }, count);
        return {
          what: `Growth on ${JSON.stringify(pattern)}`,
          of: name,
          to: `${exponents.without.toFixed(2)} alone`,
          figure: exponents.with,
          most: Math.max(1.1, exponents.without + noise),
        };
      };
      const row = await measure(rounds);
      report(isOver(row) ? await measure(moreRounds) : row);
    }
    for (const pattern of patterns.slice(0, 3)) {
      const exponents = await growth(pattern, largeSizes, { with: run }, 1);
      report({
        what: `Growth on ${JSON.stringify(pattern)} to 100,000`,
        of: name,
        to: '1',
        figure: exponents.with,
        most: 1.1,
      });
    }
  }
}
