/** Speed in each engine, beside the same engine alone and beside remark. */
import { page, readmes, sentences } from './documents.js';
import { compare, ratio } from './measure.js';
import { engines, moreEngines } from './pipelines.js';

/**
 * A comparison of two tasks.
 *
 * @typedef {object} Comparison
 * @property {string} what
 *   The document.
 * @property {[name: string, run: () => ReadonlyArray<string>]} of
 * @property {[name: string, run: () => ReadonlyArray<string>]} to
 * @property {number} most
 *   The most that the first may take of the second.
 * @property {number} rounds
 * @property {() => void} [prepare]
 *   What is done before each task; default: as in `compare`.
 */

const all = { ...engines, ...moreEngines };

/** Documents, and in how many rounds each is timed. */
const documents = {
  'Page of 20 kB, three links': {
    contact: () => [page.contact],
    core: () => [page.core],
    rounds: 41,
  },
  'Page of 20 kB, no link': {
    contact: () => [page.core],
    core: () => [page.core],
    rounds: 41,
  },
  'Readmes of many packages': {
    contact: readmes,
    core: readmes,
    rounds: 11,
  },
  '20,000 links with labels': {
    contact: () => [
      sentences(20_000, (index) => `[[skype:call echo${index}|call *us* now]]`),
    ],
    core: () => [
      sentences(20_000, (index) => `[call *us* now](skype:echo${index}?call)`),
    ],
    rounds: 5,
  },
  '20,000 links without labels': {
    contact: () => [sentences(20_000, (index) => `[[skype:call echo${index}]]`)],
    core: () => [
      sentences(
        20_000,
        (index) => `[Call echo${index} with Skype](skype:echo${index}?call)`,
      ),
    ],
    rounds: 5,
  },
};

/**
 * The most that an engine with the plugin may take of the engine alone, and how many pages make
 * a round, because one page takes less time than can be measured.
 */
const bounds = {
  // Bounds for the other documents are in `speed.js`.
  remark: {
    pages: 4,
    'Page of 20 kB, three links': 1.1,
    'Page of 20 kB, no link': 1.03,
  },
  'remark, MDX': {
    pages: 4,
    'Page of 20 kB, three links': 1.15,
    'Page of 20 kB, no link': 1.06,
    '20,000 links with labels': 0.9,
  },
  rehype: {
    pages: 4,
    'Page of 20 kB, no link': 1.06,
  },
  Sätteri: {
    pages: 200,
    'Page of 20 kB, three links': 6,
    'Page of 20 kB, no link': 1.05,
    'Readmes of many packages': 1.05,
  },
  'Sätteri, MDX': {
    pages: 100,
    'Page of 20 kB, three links': 5,
    'Page of 20 kB, no link': 1.05,
  },
  'markdown-it': {
    pages: 40,
    'Page of 20 kB, three links': 1.45,
    'Page of 20 kB, no link': 1.06,
    'Readmes of many packages': 1.03,
    '20,000 links with labels': 1.7,
  },
  'markdown-it, linkify': {
    pages: 40,
    'Page of 20 kB, three links': 1.45,
    'Page of 20 kB, no link': 1.06,
    'Readmes of many packages': 1.03,
  },
  'markdown-exit': {
    pages: 40,
    'Page of 20 kB, three links': 1.45,
    'Page of 20 kB, no link': 1.06,
    'Readmes of many packages': 1.03,
  },
  marked: {
    pages: 40,
    'Page of 20 kB, three links': 1.45,
    'Page of 20 kB, no link': 1.12,
    'Readmes of many packages': 1.06,
  },
};

/** The most that Sätteri with the plugin may take of remark with it, on dense documents. */
const ofRemark = {
  '20,000 links with labels': 0.2,
  '20,000 links without labels': 0.2,
};

/**
 * What is compared.
 *
 * @param {(what: string, engine: string) => boolean} isChosen
 *   Whether a document is measured in an engine. Default: all are.
 * @returns {Iterable<Comparison>}
 */
export function* comparisons(isChosen = () => true) {
  for (const [what, { contact, core, rounds }] of Object.entries(documents)) {
    for (const [name, { pages, [what]: most }] of Object.entries(bounds)) {
      if (most === undefined || !isChosen(what, name)) continue;
      const { with: withLinks, without } = all[name];
      const isPage = what.startsWith('Page');
      const repeat = isPage ? pages : 1;
      yield {
        what,
        of: [name, task(withLinks, contact(), repeat)],
        to: [`${name} alone`, task(without, core(), repeat)],
        most,
        rounds,
        // As in the build of a site, many pages are made with the same compiled code.
        ...(isPage && { prepare: () => {} }),
      };
    }
    const most = ofRemark[what];
    if (most === undefined || !isChosen(what, 'Sätteri')) continue;
    yield {
      what,
      of: ['Sätteri', task(engines.Sätteri.with, contact(), 1)],
      to: ['remark-contact-links', task(engines.remark.with, contact(), 1)],
      most,
      rounds,
    };
  }
}

/**
 * @param {(text: string) => string} run
 * @param {ReadonlyArray<string>} texts
 * @param {number} repeat
 * @returns {() => ReadonlyArray<string>}
 *   Runs all texts so many times, and returns the results of the last time.
 */
function task(run, texts, repeat) {
  return () => {
    for (let count = 1; count < repeat; count++) for (const text of texts) run(text);
    return texts.map(run);
  };
}

/**
 * Measure two tasks.
 *
 * @param {Comparison} comparison
 * @returns {Promise<import('./report.js').Row>}
 */
export async function measure({ most, of, prepare, rounds, to, what }) {
  const [ours, core] = [of, to].map(([, run]) => run().map(plain));
  const different = ours.findIndex((text, index) => text !== core[index]);
  if (different >= 0) throw new Error(`Expected the same of ${of[0]} for ${what}`);
  const results = await compare(Object.fromEntries([to, of]), rounds, prepare);
  const figure = ratio(results[of[0]], results[to[0]]);
  return { what, of: of[0], to: to[0], figure, most };
}

/** Remove the end of the last line, which only some engines write. */
function plain(html) {
  return html.trimEnd();
}

const isPage = (what) => what.startsWith('Page') || what.startsWith('Readmes');

/**
 * Pages as people write them.
 *
 * @param {import('./report.js').Report} report
 */
export async function pagesInEngines(report) {
  for (const comparison of comparisons(isPage)) report(await measure(comparison));
}

/**
 * Documents that nobody writes, to see which costs most.
 *
 * @param {import('./report.js').Report} report
 */
export async function otherEngines(report) {
  const dense = comparisons((what) => !isPage(what));
  for (const comparison of dense) report(await measure(comparison));
}
