/** What it costs to set the plugin up, once for a site. */
import remarkContactLinks from 'remark-contact-links';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { prose } from './documents.js';
import { compare, ratio } from './measure.js';

/** @param {import('./report.js').Report} report */
export async function setUp(report) {
  const page = prose(20_000);
  const processor = unified().use(remarkParse).use(remarkContactLinks).freeze();
  const repeated = (run) => () => {
    for (let count = 0; count < 20; count++) run();
  };
  const results = await compare({
    parse: repeated(() => processor.parse(page)),
    setUp: repeated(() => unified().use(remarkContactLinks).freeze()),
  });
  report({
    what: 'Set-up',
    of: 'remark-contact-links',
    to: 'parsing a page of 20 kB',
    figure: ratio(results.setUp, results.parse),
    most: 0.2,
  });
}
