/**
 * Measure the plugins beside the same pipelines without them, and beside other packages:
 * `npm run bench`, or `npm run bench -- size speed` for some of it.
 *
 * Figures of speed are CPU time, in interleaved rounds in one process; what counts are
 * ratios. What is measured replaces the figures in `results.json`, from which come the
 * picture and the table of the readme.
 */
import process from 'node:process';
import { otherEngines } from './engines.js';
import { hostile } from './hostile.js';
import { createReport, isOver } from './report.js';
import { readResults, writeResults } from './results.js';
import { setUp } from './set-up.js';
import { size } from './size.js';
import { speed } from './speed.js';
import { start } from './start.js';

/** @type {Record<string, (report: import('./report.js').Report) => Promise<void>>} */
const groups = { size, start, 'set-up': setUp, speed, engines: otherEngines, hostile };

const results = readResults();
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(groups);

for (const name of chosen) {
  const measure = groups[name];
  if (!measure) throw new Error(`Expected one of ${Object.keys(groups).join(', ')}`);
  results[name] = [];
  await measure(createReport(results[name]));
}

writeResults(results);

const over = chosen.flatMap((name) => results[name].filter(isOver));
console.log(
  over.length > 0 ? `${over.length} figures are over their bound` : 'all within',
);
if (over.length > 0) process.exitCode = 1;
