/** Growth on hostile input, of each engine without and with the plugin. */
import { findShorthands, readUri, resolveSettings } from 'remark-contact-links/core';
import rehypeContactLinks from 'remark-contact-links/rehype';
import { VFile } from 'vfile';
import { headPatterns, uriPatterns } from './heads.js';
import { growth } from './measure.js';
import { patterns } from './patterns.js';
import { engines } from './pipelines.js';
import { isOver } from './report.js';

const sizes = [2_000, 4_000, 8_000, 16_000];
const largeSizes = [12_500, 25_000, 50_000, 100_000];

/** Noise of the measurement: by so much, a figure may seem worse than it is. */
const noise = 0.15;

/** Raw HTML that somebody could repeat in one node, for the rehype plugin to redirect. */
const rawPatterns = [
  '<a href="skype:a">x</a>',
  '<a href="skype:b">x</a>\n',
  '<a "',
  '<!--',
];
const redirectRaw = rehypeContactLinks({
  contacts: { a: { skype: 'a', teams: 'a@example.com' } },
  redirect: { skype: 'teams' },
});

const rounds = 3;
/**
 * V8 may take several times as long for the same work in one round as in another. A figure that
 * seems to be over its bound is measured once more, with enough rounds for a reliable median.
 */
const moreRounds = 9;

/** @param {import('./report.js').Report} report */
export async function hostile(report) {
  for (const [name, { with: run, without }] of Object.entries(engines)) {
    for (const pattern of Object.values(patterns).flat()) {
      const measure = async (count) => {
        const exponents = await growth(pattern, sizes, { without, with: run }, count);
        return {
          what: `Growth on ${JSON.stringify(pattern)}`,
          of: name,
          to: `${exponents.without.toFixed(2)} alone`,
          figure: exponents.with,
          most: Math.max(1.1, exponents.without + noise),
        };
      };
      const row = await measure(rounds);
      report(isOver(row) ? await measure(moreRounds) : row);
    }
    for (const pattern of patterns['not closed'].slice(0, 3)) {
      const exponents = await growth(pattern, largeSizes, { with: run }, 1);
      report({
        what: `Growth on ${JSON.stringify(pattern)} to 100,000`,
        of: name,
        to: '1',
        figure: exponents.with,
        most: 1.1,
      });
    }
  }
  for (const pattern of rawPatterns) {
    const run = (value) =>
      redirectRaw({ type: 'root', children: [{ type: 'raw', value }] }, new VFile());
    const exponents = await growth(pattern, largeSizes, { with: run });
    report({
      what: `Growth on ${JSON.stringify(pattern)} to 100,000`,
      of: 'rehype, raw HTML',
      to: '1',
      figure: exponents.with,
      most: 1.1,
    });
  }
  await heads(report);
  await uris(report);
}

/**
 * Growth of services and suggestions on one long head; reports the worst head of each service.
 *
 * @param {import('./report.js').Report} report
 */
async function heads(report) {
  const settings = resolveSettings();
  for (const { example, name } of settings.services.values()) {
    const starts = ['', `${example} `];
    const measure = async (start, pattern, count) => {
      const run = (text) => findShorthands(`[[${name}:${start}${text}]]`, settings);
      const { head } = await growth(pattern, sizes, { head: run }, count);
      return {
        what: `Growth on ${JSON.stringify(`[[${name}:${start}`)} and ${JSON.stringify(pattern)}`,
        of: 'core',
        to: '1',
        figure: head,
        most: 1.1 + noise,
      };
    };
    let worst;
    for (const start of starts) {
      for (const pattern of headPatterns) {
        const first = await measure(start, pattern, 1);
        const row = isOver(first) ? await measure(start, pattern, moreRounds) : first;
        if (!worst || row.figure > worst.figure) worst = row;
      }
    }
    report(worst);
  }
}

/**
 * Growth of reading one long URI; reports the worst URI of each scheme and host.
 *
 * @param {import('./report.js').Report} report
 */
async function uris(report) {
  const settings = resolveSettings();
  for (const key of settings.readers.keys()) {
    const start = key.endsWith(':') ? key : `https://${key.replace('*', 'x')}/`;
    const measure = async (pattern, count) => {
      const run = (text) => readUri(start + text, settings);
      const { uri } = await growth(pattern, largeSizes, { uri: run }, count);
      return {
        what: `Growth on ${JSON.stringify(start)} and ${JSON.stringify(pattern)}`,
        of: 'core',
        to: '1',
        figure: uri,
        most: 1.1 + noise,
      };
    };
    let worst;
    for (const pattern of uriPatterns) {
      const first = await measure(pattern, 1);
      const row = isOver(first) ? await measure(pattern, moreRounds) : first;
      if (!worst || row.figure > worst.figure) worst = row;
    }
    report(worst);
  }
}
