import { describe, expect, test } from 'vitest';
import { isTooSlow } from '../bench/verdict.js';

/** Ratios of eleven rounds, as a busy machine gives them. */
const busy = [0.81, 0.97, 1, 1.01, 1.02, 1.03, 1.05, 1.4, 1.6, 2.2, 3];

describe('what CI holds a change to', () => {
  test('lets noise pass', () => {
    expect(isTooSlow(busy, 1.03)).toBe(false);
  });

  test('is not lenient where three rounds of four are over the bound', () => {
    expect(isTooSlow(busy, 0.9)).toBe(true);
    expect(
      isTooSlow(
        busy.map((ratio) => ratio + 0.2),
        1.03,
      ),
    ).toBe(true);
  });

  test('takes the rounds in any order', () => {
    expect(isTooSlow([...busy].reverse(), 1.03)).toBe(false);
    expect(isTooSlow([...busy].reverse(), 0.9)).toBe(true);
  });
});
