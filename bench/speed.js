/** Speed in remark, beside the packages that people would use instead. */
import { prose, sentences } from './documents.js';
import { compare, ratio } from './measure.js';
import { inRemark } from './pipelines.js';

const subject = 'remark-contact-links';

/** Ways to write the same links, where the label is plain text or is not. */
const documents = {
  '20,000 links with labels': {
    'remark alone': (name) => `[call *us* now](skype:${name}?call)`,
    'remark-contact-links': (name) => `[[skype:call ${name}|call *us* now]]`,
    'remark-directive': (name) => `:skype[call *us* now]{call=${name}}`,
    'remark-wiki-link': (name) => `[[${name}|call us now]]`,
    'find and replace': (name) => `[[skype:call ${name}|call us now]]`,
  },
  '20,000 links without labels': {
    'remark alone': (name) => `[Call ${name} with Skype](skype:${name}?call)`,
    'remark-contact-links': (name) => `[[skype:call ${name}]]`,
    'remark-directive': (name) => `:skype{call=${name}}`,
    'remark-wiki-link': (name) => `[[${name}]]`,
    'find and replace': (name) => `[[skype:call ${name}]]`,
  },
};

/** What this plugin is held to: beside what, and the most it may take of that. */
const bounds = {
  '1 MB of prose': { 'remark alone': 1.02 },
  '20,000 links with labels': { 'remark alone': 0.9, 'remark-directive': 0.5 },
  '20,000 links without labels': { 'remark alone': 0.9, 'remark-directive': 0.5 },
};

/** @param {import('./report.js').Report} report */
export async function speed(report) {
  const text = prose(1_000_000);
  await measure(
    '1 MB of prose',
    Object.fromEntries(Object.keys(inRemark).map((name) => [name, text])),
    11,
  );
  for (const [what, forms] of Object.entries(documents)) {
    const texts = Object.fromEntries(
      Object.entries(forms).map(([name, form]) => [
        name,
        sentences(20_000, (index) => form(`echo${index}`)),
      ]),
    );
    const [core, ours] = ['remark alone', subject].map((name) =>
      inRemark[name](texts[name]),
    );
    if (core !== ours) throw new Error(`Expected the same HTML for ${what}`);
    await measure(what, texts, 9);
  }

  async function measure(what, texts, rounds) {
    const results = await compare(
      Object.fromEntries(
        Object.entries(inRemark).map(([name, run]) => [name, () => run(texts[name])]),
      ),
      rounds,
    );
    for (const name of Object.keys(inRemark)) {
      if (name === subject) continue;
      const figure = ratio(results[subject], results[name]);
      report({ what, of: subject, to: name, figure, most: bounds[what][name] });
    }
    for (const name of ['remark-directive', 'remark-wiki-link', 'find and replace']) {
      const figure = ratio(results[name], results['remark alone']);
      report({ what, of: name, to: 'remark alone', figure });
    }
  }
}
