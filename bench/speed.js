/** Speed in remark, beside the packages that people would use instead. */
import { pageWith, prose, sentences } from './documents.js';
import { compare, ratio } from './measure.js';
import { inRemark } from './pipelines.js';

const subject = 'remark-contact-links';

/** Ways to write the same links, where the label is plain text or is not. */
const labelled = {
  'remark alone': (name) => `[call *us* now](skype:${name}?call)`,
  'remark-contact-links': (name) => `[[skype:call ${name}|call *us* now]]`,
  'remark-directive': (name) => `:skype[call *us* now]{call=${name}}`,
  'remark-wiki-link': (name) => `[[${name}|call us now]]`,
  'find and replace': (name) => `[[skype:call ${name}|call us now]]`,
};
const bare = {
  'remark alone': (name) => `[Call ${name} with Skype](skype:${name}?call)`,
  'remark-contact-links': (name) => `[[skype:call ${name}]]`,
  'remark-directive': (name) => `:skype{call=${name}}`,
  'remark-wiki-link': (name) => `[[${name}]]`,
  'find and replace': (name) => `[[skype:call ${name}]]`,
};

/** @param {(name: string) => string} form */
const many = (form) => sentences(20_000, (index) => form(`echo${index}`));

/**
 * What is measured.
 *
 * @typedef {object} Document
 * @property {string} what
 * @property {Record<string, (name: string) => string>} forms
 *   How a link in it is written.
 * @property {(form: (name: string) => string) => string} text
 * @property {number} rounds
 * @property {number} times
 *   How often it is rendered in a round, because one page takes less time than can be measured.
 * @property {Record<string, number>} most
 *   The most that this plugin may take of the time of others, by their name.
 */

/** @type {ReadonlyArray<Document>} */
const pages = [
  {
    what: 'Page of 20 kB, three links to Skype',
    forms: labelled,
    text: (form) => pageWith((index) => form(`echo${index}`)),
    rounds: 41,
    times: 4,
    most: { 'remark alone': 1.1, 'remark-directive': 1.05 },
  },
];

/** @type {ReadonlyArray<Document>} */
const dense = [
  {
    what: '1 MB of prose',
    forms: bare,
    text: () => prose(1_000_000),
    rounds: 11,
    times: 1,
    most: { 'remark alone': 1.02 },
  },
  {
    what: '20,000 links with labels',
    forms: labelled,
    text: many,
    rounds: 9,
    times: 1,
    most: { 'remark alone': 0.9, 'remark-directive': 1 },
  },
  {
    what: '20,000 links without labels',
    forms: bare,
    text: many,
    rounds: 9,
    times: 1,
    most: { 'remark alone': 0.9, 'remark-directive': 1 },
  },
];

/**
 * Pages as people write them.
 *
 * @param {import('./report.js').Report} report
 */
export async function pageSpeed(report) {
  for (const document of pages) await measure(document, report);
}

/**
 * Documents that nobody writes, to see which costs most.
 *
 * @param {import('./report.js').Report} report
 */
export async function speed(report) {
  for (const document of dense) await measure(document, report);
}

/**
 * @param {Document} document
 * @param {import('./report.js').Report} report
 */
async function measure({ forms, most, rounds, text, times, what }, report) {
  const tasks = Object.entries(inRemark).map(([name, run]) => {
    const written = text(forms[name]);
    return [name, () => Array.from({ length: times }, () => run(written)).pop()];
  });
  const [core, ours] = tasks.map(([, run]) => run());
  if (core !== ours) throw new Error(`Expected the same HTML for ${what}`);
  // As in the build of a site, many pages are made with the same compiled code.
  const prepare = times > 1 ? () => {} : undefined;
  const results = await compare(Object.fromEntries(tasks), rounds, prepare);
  for (const name of Object.keys(inRemark)) {
    if (name === subject) continue;
    const figure = ratio(results[subject], results[name]);
    report({ what, of: subject, to: name, figure, most: most[name] });
  }
  for (const name of ['remark-directive', 'remark-wiki-link', 'find and replace']) {
    const figure = ratio(results[name], results['remark alone']);
    report({ what, of: name, to: 'remark alone', figure });
  }
}
