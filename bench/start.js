/** What it costs a process to import the plugin and to make its first page. */
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.js';

const program = fileURLToPath(new URL('first-page.js', import.meta.url));
const rounds = 15;

/** Each engine alone, and what is added to it, with the most that it may take then. */
const pipelines = {
  'remark alone': {
    'remark-contact-links': 1.25,
    'remark-contact-links/rehype': 1.25,
    'remark-directive': undefined,
    'remark-wiki-link': undefined,
  },
  'markdown-it alone': { 'remark-contact-links/markdown-it': undefined },
  'marked alone': { 'remark-contact-links/marked': undefined },
  'Sätteri alone': { 'remark-contact-links/satteri': undefined },
};

/** @param {import('./report.js').Report} report */
export async function start(report) {
  for (const [to, others] of Object.entries(pipelines)) {
    const names = [to, ...Object.keys(others)];
    /** @type {Record<string, Array<number>>} */
    const times = Object.fromEntries(names.map((name) => [name, []]));
    // The first round fills the caches of the system.
    for (let round = -1; round < rounds; round++) {
      for (const name of names) {
        const time = Number(execFileSync(process.execPath, [program, name]));
        if (round >= 0) times[name].push(time);
      }
    }
    for (const [of, most] of Object.entries(others)) {
      const ratios = times[of].map((time, round) => time / times[to][round]);
      const what = 'Start: import, and a first page';
      report({ what, of, to, figure: median(ratios), most });
    }
  }
}
