/**
 * Check in a minute that no change makes a page or a start slow: `npm run bench:check`.
 *
 * It takes a few comparisons of `npm run bench`, in fewer rounds, and fails where one is over
 * its bound by more than noise explains, two times one after the other.
 */
import process from 'node:process';
import { comparisons } from './engines.js';
import { compare } from './measure.js';
import { startBound, startTimes } from './start.js';
import { isTooSlow, lowerQuartile } from './verdict.js';

const checked = {
  'Page of 20 kB, three links': ['remark'],
  'Page of 20 kB, no link': ['remark', 'markdown-it', 'Sätteri'],
};
const rounds = 20;
const startRounds = 8;

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {number} most
 * @property {() => Promise<ReadonlyArray<number>>} measure
 *   Gives a ratio for each round.
 */

/** @returns {Iterable<Check>} */
function* checks() {
  const chosen = comparisons((what, engine) => checked[what]?.includes(engine));
  for (const { most, of, prepare, to, what } of chosen) {
    const tasks = Object.fromEntries([to, of]);
    yield {
      name: `${what}: ${of[0]}`,
      most,
      measure: async () => ratios(await compare(tasks, rounds, prepare), of[0], to[0]),
    };
  }
  const [of, to] = ['remark-contact-links', 'remark alone'];
  yield {
    name: 'Start, and a first page: remark',
    most: startBound,
    measure: async () => {
      const times = startTimes([to, of], startRounds);
      return times[of].map((time, round) => time / times[to][round]);
    },
  };
}

/**
 * @param {Awaited<ReturnType<typeof compare>>} results
 * @param {string} of
 * @param {string} to
 */
function ratios(results, of, to) {
  return results[of].times.map((time, round) => time / results[to].times[round]);
}

for (const { measure, most, name } of checks()) {
  let figures = await measure();
  // The machine may have been busy with something else for a moment.
  if (isTooSlow(figures, most)) figures = await measure();
  const isOver = isTooSlow(figures, most);
  const figure = lowerQuartile(figures).toFixed(2);
  console.log(
    `${name.padEnd(60)} ${figure}  of ${most}${isOver ? '  <-- too slow' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}
