import { readFileSync, writeFileSync } from 'node:fs';
import { isOver } from './report.js';

const file = new URL('../site/src/content/docs/performance.md', import.meta.url);
const start = '<!-- figures -->\n';
const end = '<!-- figures end -->';

/** What the site shows, and from which groups of figures. */
const tables = [
  { title: 'Pages as people write them', groups: ['pages', 'pages-in-engines'] },
  { title: 'Sites', groups: ['generators'] },
  { title: 'Start, set-up and size', groups: ['start', 'set-up', 'size'] },
  { title: 'Documents that nobody writes', groups: ['speed', 'engines', 'hostile'] },
];

/**
 * Write the figures into the page of the site.
 *
 * @param {import('./results.js').Results} results
 */
export function updateReadme(results) {
  const text = readFileSync(file, 'utf8');
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end);
  writeFileSync(file, text.slice(0, from) + toTables(results) + text.slice(to));
}

/**
 * The figures that the site shows, as tables.
 *
 * @param {import('./results.js').Results} results
 */
export function toTables(results) {
  return tables
    .map(({ groups, title }) => {
      const rows = groups.flatMap((group) => rowsOf(group, results[group]));
      return `\n## ${title}\n\n${toTable(rows)}`;
    })
    .join('');
}

/**
 * @param {string} group
 * @param {ReadonlyArray<import('./report.js').Row>} figures
 * @returns {ReadonlyArray<ReadonlyArray<string>>}
 *   Cells.
 */
function rowsOf(group, figures) {
  // There are too many hostile inputs to show each.
  if (group !== 'hostile') {
    return figures.map(({ figure, most, of, to = '', what }) => [
      ...[what, of, to, figure.toFixed(2)],
      most?.toString() ?? '',
    ]);
  }
  const names = new Set(figures.map(({ of }) => of));
  return [...names].map((engine) => {
    const rows = figures.filter(({ of }) => of === engine);
    const what = `Of ${rows.length} hostile inputs, those where time grows faster`;
    const over = rows.filter(isOver).length;
    return [what, engine, `${engine} alone`, String(over), '0'];
  });
}

/** @param {ReadonlyArray<ReadonlyArray<string>>} rows */
function toTable(rows) {
  return [
    ['what', 'of', 'as part of', 'figure', 'bound'],
    ['----', '--', '----------', '-----:', '----:'],
    ...rows,
  ]
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
}
