import { readFileSync, writeFileSync } from 'node:fs';
import { isOver } from './report.js';

const file = new URL('../site/src/content/docs/performance.md', import.meta.url);
const start = '<!-- figures -->\n';
const end = '<!-- figures end -->';

/**
 * Write the figures into the page of the site.
 *
 * @param {Record<string, Array<import('./report.js').Row>>} results
 */
export function updateReadme(results) {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  writeFileSync(file, text.slice(0, from) + toTable(results) + text.slice(to));
}

/**
 * The figures that the site shows, as a table.
 *
 * @param {Record<string, Array<import('./report.js').Row>>} results
 */
export function toTable(results) {
  const rows = ['speed', 'engines', 'set-up', 'size']
    .flatMap((group) => results[group])
    .map(({ figure, most, of, to = '', what }) =>
      [what, of, to, figure.toFixed(2), most?.toString() ?? ''].join(' | '),
    );
  const names = new Set(results.hostile.map(({ of }) => of));
  const steep = [...names].map((engine) => {
    const rows = results.hostile.filter(({ of }) => of === engine);
    const what = `Of ${rows.length} hostile inputs, those where time grows faster`;
    return `${what} | ${engine} | ${engine} alone | ${rows.filter(isOver).length} | 0`;
  });
  return [
    'what | of | as part of | figure | bound',
    '---- | -- | ---------- | -----: | ----:',
    ...rows,
    ...steep,
  ]
    .map((row) => `| ${row} |\n`)
    .join('');
}
