/** Speed in the other engines, beside the same engine alone and beside remark. */
import { page, pageLinks, prose, sentences } from './documents.js';
import { compare, ratio } from './measure.js';
import { engines } from './pipelines.js';

const { remark, 'markdown-it': markdownIt, Sätteri: satteri } = engines;

/** @param {import('./report.js').Report} report */
export async function otherEngines(report) {
  const megabyte = prose(1_000_000);
  const core = sentences(20_000, (index) => `[call *us* now](skype:echo${index}?call)`);
  const labelled = sentences(
    20_000,
    (index) => `[[skype:call echo${index}|call *us* now]]`,
  );
  const bare = sentences(20_000, (index) => `[[skype:call echo${index}]]`);
  const [contactPage, corePage] = [page(pageLinks.contact), page(pageLinks.core)];
  /** Many pages, as in the build of a site: one takes less than can be timed. */
  const pages = (run, text) => () => {
    for (let count = 0; count < 200; count++) run(text);
  };

  for (const row of [
    {
      what: '1 MB of prose',
      of: ['markdown-it', () => markdownIt.with(megabyte)],
      to: ['markdown-it alone', () => markdownIt.without(megabyte)],
      most: 1.1,
    },
    {
      what: '20,000 links with labels',
      of: ['markdown-it', () => markdownIt.with(labelled)],
      to: ['markdown-it alone', () => markdownIt.without(core)],
      most: 2,
    },
    {
      what: '1 MB of prose',
      of: ['Sätteri', () => satteri.with(megabyte)],
      to: ['Sätteri alone', () => satteri.without(megabyte)],
      most: 1.05,
    },
    {
      what: 'Page of 20 kB, three links',
      of: ['Sätteri', pages(satteri.with, contactPage)],
      to: ['Sätteri alone', pages(satteri.without, corePage)],
      most: 5,
      prepare: () => {},
    },
    {
      what: '20,000 links with labels',
      of: ['Sätteri', () => satteri.with(labelled)],
      to: ['remark-contact-links', () => remark.with(labelled)],
      most: 0.2,
    },
    {
      what: '20,000 links without labels',
      of: ['Sätteri', () => satteri.with(bare)],
      to: ['remark-contact-links', () => remark.with(bare)],
      most: 0.2,
    },
  ]) {
    const { most, of, prepare, to, what } = row;
    const results = await compare(Object.fromEntries([to, of]), 11, prepare);
    const figure = ratio(results[of[0]], results[to[0]]);
    report({ what, of: of[0], to: to[0], figure, most });
  }
}
