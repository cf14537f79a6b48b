import { readFileSync, writeFileSync } from 'node:fs';
import { drawChart } from './chart.js';
import { updateReadme } from './readme.js';

const file = new URL('results.json', import.meta.url);

/** @typedef {Record<string, Array<import('./report.js').Row>>} Results */

/**
 * @returns {Results}
 *   The figures that were measured last, by group.
 */
export function readResults() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Keep figures, and show them: in the picture, and on the page of the site.
 *
 * @param {Results} results
 */
export function writeResults(results) {
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(new URL('results.svg', import.meta.url), drawChart(results));
  updateReadme(results);
}
