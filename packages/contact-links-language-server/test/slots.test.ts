import { findShorthands, readHead, resolveSettings } from 'remark-contact-links/core';
import { describe, expect, test } from 'vitest';
import { fixtures } from '../../../test/helpers/fixtures.js';
import { placeAt } from '../src/page/slot.js';

describe('at every place of every shorthand', () => {
  test.each(fixtures)('of $name', ({ input, options }) => {
    const settings = resolveSettings(options);
    for (const { findings, head, range } of findShorthands(input, settings)) {
      if (findings.some(({ ruleId }) => ruleId === 'unclosed')) continue;
      const text = input.slice(head.start, head.end);
      const read = readHead(text, settings);
      if (!read || /[\n\r]/.test(text)) continue;
      for (let at = 0; at <= text.length; at++) {
        // What is written so far, and what there is after it.
        const whole = input.slice(range.start, range.end).split(/[\n\r]/, 1)[0] ?? '';
        for (const line of [`[[${text.slice(0, at)}`, whole]) {
          const place = placeAt(line, at + 2, settings);
          const wanted = slotsAt(read, text, at);
          if (wanted.length === 0) continue;
          expect({ line, at, slot: place?.slot.kind }).toEqual({
            line,
            at,
            slot: expect.toBeOneOf(wanted),
          });
        }
      }
    }
  });

  test.each(fixtures)(
    'of $name, each beginning of a line can be completed',
    ({ input, options }) => {
      const settings = resolveSettings(options);
      for (const line of input.split(/\r\n|[\n\r]/).map((each) => each.slice(0, 300))) {
        for (let at = 0; at <= line.length; at++) {
          const place = placeAt(line.slice(0, at), at, settings);
          if (!place) continue;
          expect(place.slot.range.start).toBeLessThanOrEqual(at);
          expect(place.slot.range.end).toBe(at);
        }
      }
    },
  );
});

/** What the pieces of a head say that can be written at a place; none where they say nothing. */
function slotsAt(
  {
    hasLink,
    parameters,
    service,
    targets,
    word,
  }: NonNullable<ReturnType<typeof readHead>>,
  text: string,
  at: number,
): Array<string> {
  const colon = text.indexOf(':');
  if (at <= colon) return ['service'];
  // A link has parts of its own.
  if (hasLink) return [];
  const name = word?.value.toLowerCase() ?? '';
  if (word && at >= word.start && at <= word.end) {
    return Object.hasOwn(service.actions, name) ? ['action'] : ['action', 'target'];
  }
  const parameter = parameters.find(({ end, start }) => start < at && at <= end);
  if (parameter) {
    if (parameter.overrun) return [];
    const inKey = at - parameter.start <= parameter.key.length;
    if (inKey) return ['parameter', 'target', 'action'];
    // Behind the quote that ends a value nothing of it is written.
    const isEnd = at === parameter.end && text[at - 1] === '"';
    return isEnd ? [] : ['value'];
  }
  const target = targets.find(({ end, start }) => start < at && at <= end);
  if (!target || target.value === '') return [];
  const [first = ''] = target.value.split(/\s/, 1);
  // Further words of an address look like the beginning of a parameter.
  if (at - target.start > first.length) return [];
  // Until it is whole, a part of an address looks like a parameter.
  return /[;\s][a-z-]+=[^\s;]*$/.test(text.slice(0, at))
    ? ['target', 'value']
    : ['target', 'action'];
}
