import { describe, expect, test } from 'vitest';
import { contactLink, type Options } from '../src/index.js';

function message(options: unknown): string {
  try {
    contactLink(options as Options);
  } catch (error) {
    return String(error);
  }
  return 'nothing thrown';
}

describe('a wrong option', () => {
  test.each([
    [
      { invald: 'warn' },
      'TypeError: Unknown option `invald` for remark-contact-links; use `invalid` or `retired`',
    ],
    [
      { colour: 'red' },
      'TypeError: Unknown option `colour` for remark-contact-links; use `invalid` or `retired`',
    ],
    [
      { invalid: 'throw' },
      'TypeError: Wrong option `invalid` for remark-contact-links: given `"throw"`, allowed `warn`, `error` or `ignore`',
    ],
    [
      { retired: false },
      'TypeError: Wrong option `retired` for remark-contact-links: given `false`, allowed `info` or `ignore`',
    ],
    [
      { invalid: undefined, retired: () => true },
      'TypeError: Wrong option `retired` for remark-contact-links: given `() => true`, allowed `info` or `ignore`',
    ],
    [
      ['warn'],
      'TypeError: Wrong options for remark-contact-links: given `["warn"]`, allowed an object',
    ],
    [
      'warn',
      'TypeError: Wrong options for remark-contact-links: given `"warn"`, allowed an object',
    ],
  ])('%j names the key, what was given and what is allowed', (options, expected) => {
    expect(message(options)).toBe(expected);
  });

  test('null and undefined stand for the default', () => {
    expect(message({ invalid: null, retired: undefined })).toBe('nothing thrown');
  });
});
