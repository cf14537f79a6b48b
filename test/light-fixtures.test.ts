import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { createRemarkContactLinks } from '../src/light.js';
import { services } from '../src/services/index.js';
import { readers } from '../src/uris/index.js';
import { fixtures } from './helpers/fixtures.js';
import { type PlainMessage, render, usual } from './helpers/remark.js';

const light = createRemarkContactLinks(Object.values(services), { readers });

/** What is wrong, and where; a message of the other entry says what to write, too. */
function faultOf({ actual, place, ruleId }: PlainMessage) {
  return { actual, place, ruleId };
}

const shown = fixtures.filter(
  ({ options }) =>
    !('redirect' in options) &&
    !Object.values(options.services ?? {}).some(
      (value) => typeof value === 'object' && value !== null && 'actions' in value,
    ),
);

describe.each(shown)('of $name the light entry', ({ input, options }) => {
  const { nearMisses: _, ...rest } = options;
  const whole = render(input, usual({ ...options, nearMisses: 'ignore' }));
  const small = render(input, [remarkGfm, [light, rest]]);

  test('makes the same page', () => {
    expect(small.html).toBe(whole.html);
  });

  test('says the same, but for what to write', () => {
    expect(small.messages.map(faultOf)).toEqual(whole.messages.map(faultOf));
    for (const [index, { reason }] of small.messages.entries()) {
      const [what = ''] = reason.split('; ', 1);
      expect(whole.messages[index]?.reason).toContain(what);
    }
  });
});
