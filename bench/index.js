/**
 * Measure the plugins beside the same pipelines without them, and beside other packages:
 * `npm run bench`, or `npm run bench -- size speed` for some of it.
 *
 * Figures of speed are CPU time, in interleaved rounds in one process; only their ratios
 * are held to bounds. What is measured replaces the figures in `results.json`, from which the
 * picture and the tables of the site are made. `npm run bench -- quick` measures, in three
 * minutes, what pages cost that people write, and replaces nothing.
 */
import process from 'node:process';
import { otherEngines, pagesInEngines } from './engines.js';
import { hostile } from './hostile.js';
import { createReport, isOver } from './report.js';
import { readResults, writeResults } from './results.js';
import { setUp } from './set-up.js';
import { size } from './size.js';
import { pageSpeed, speed } from './speed.js';
import { quickStart, start } from './start.js';

/** @typedef {(report: import('./report.js').Report) => Promise<void>} Measure */

/**
 * What is measured, in the order of the tables.
 *
 * @type {Record<string, Measure>}
 */
const groups = {
  pages: pageSpeed,
  'pages-in-engines': pagesInEngines,
  start,
  'set-up': setUp,
  size,
  speed,
  engines: otherEngines,
  hostile,
};

/** @type {Record<string, Measure>} */
const quick = {
  pages: pageSpeed,
  'pages-in-engines': pagesInEngines,
  start: quickStart,
  'set-up': setUp,
  size,
};

const [first, ...others] = process.argv.slice(2);
const isQuick = first === 'quick' && others.length === 0;
const known = isQuick ? quick : groups;
const chosen = first && !isQuick ? [first, ...others] : Object.keys(known);

/** @type {import('./results.js').Results} */
const measured = {};
for (const name of chosen) {
  const measure = known[name];
  if (!measure) throw new Error(`Expected quick, or ${Object.keys(groups).join(', ')}`);
  measured[name] = [];
  await measure(createReport(measured[name]));
}
if (!isQuick) writeResults({ ...readResults(), ...measured });

const over = Object.values(measured).flat().filter(isOver);
console.log(
  over.length > 0 ? `${over.length} figures are over their bound` : 'all within',
);
if (over.length > 0) process.exitCode = 1;
