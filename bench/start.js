/** What it costs a process to import the plugin and to make its first page. */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.js';

const program = fileURLToPath(new URL('first-page.js', import.meta.url));

/** The most that a start with the plugin may take of a start of remark alone. */
export const startBound = 1.25;

/** What is added to each engine, and the most that a start may take then of the engine alone. */
const pipelines = {
  'remark alone': {
    'remark-contact-links': startBound,
    'remark-contact-links/rehype': startBound,
    'remark-directive': undefined,
    'remark-wiki-link': undefined,
  },
  'markdown-it alone': { 'remark-contact-links/markdown-it': 1.4 },
  'marked alone': { 'remark-contact-links/marked': 1.4 },
  'Sätteri alone': { 'remark-contact-links/satteri': 1.6 },
};

/** @param {import('./report.js').Report} report */
export async function start(report) {
  for (const to of Object.keys(pipelines)) measure(to, 15, report);
}

/**
 * Measure starts with remark only, in fewer rounds.
 *
 * @param {import('./report.js').Report} report
 */
export async function quickStart(report) {
  measure('remark alone', 9, report);
}

/**
 * CPU time of programs that make a page, in milliseconds.
 *
 * @param {ReadonlyArray<string>} names
 *   Pipelines of `first-page.js`.
 * @param {number} rounds
 *   In each, all are run.
 * @returns {Record<string, Array<number>>}
 */
export function startTimes(names, rounds) {
  /** @type {Record<string, Array<number>>} */
  const times = Object.fromEntries(names.map((name) => [name, []]));
  // The first round fills the caches of the system.
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const time = Number(execFileSync(process.execPath, [program, name]));
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/**
 * @param {string} to
 * @param {number} rounds
 * @param {import('./report.js').Report} report
 */
function measure(to, rounds, report) {
  const others = pipelines[to];
  const names = [to, ...Object.keys(others)];
  const times = startTimes(names, rounds);
  for (const [of, most] of Object.entries(others)) {
    const ratios = times[of].map((time, round) => time / times[to][round]);
    const what = 'Start, and a first page';
    report({ what, of, to, figure: median(ratios), most });
  }
}
