import { describe, expect, test } from 'vitest';
import { printable, printableLines, withoutCommands } from '../src/core/index.js';

describe('what others wrote is printed without an effect', () => {
  test.each([
    ['a\u001B[31mb', 'a\\u001B[31mb'],
    ['a\u202Eb\u2028c', 'a\\u202Eb\\u2028c'],
    ['a\u{E0041}b\uD800', 'a\\uDB40\\uDC41b\\uD800'],
    ['plain, ä, 😀\tand tabs', 'plain, ä, 😀\tand tabs'],
  ])('%j', (text, shown) => {
    expect(printableLines(text)).toBe(shown);
    expect(printable(text)).toBe(shown);
  });

  test('lines stay lines, or are shown', () => {
    expect(printableLines('a\nb\r\nc\rd')).toBe('a\nb\r\nc\\u000Dd');
    expect(printable('a\nb\r\nc')).toBe('a\\nb\\r\\nc');
  });

  test('no line is a command to a CI service', () => {
    expect(withoutCommands('::error::x\n  ::add-mask::y\na::b')).toBe(
      '\\u003A:error::x\n  \\u003A:add-mask::y\na::b',
    );
    expect(withoutCommands('a ##[error]b ##vso[x]c')).toBe(
      'a \\u0023#[error]b \\u0023#vso[x]c',
    );
  });
});
