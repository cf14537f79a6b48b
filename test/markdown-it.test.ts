import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixtures } from './helpers/fixtures.js';
import { renderMarkdownIt, versions } from './helpers/markdown-it.js';
import { markdownItLimits } from './helpers/markdown-it-limits.js';
import { normalForm } from './helpers/normal-form.js';

describe.each(versions)('$name', (version) => {
  describe.each(fixtures)('$name', ({ input, name, options, path }) => {
    const { error, html, messages } = renderMarkdownIt(version, input, options);
    const limits = markdownItLimits[name];

    test.skipIf(limits?.html)('HTML', () => {
      if (options.invalid === 'error') {
        expect(String(error)).toMatch(/^Error: 1:1: Unknown action/);
        return;
      }
      expect(error).toBeUndefined();
      expect(normalForm(html)).toBe(readFileSync(path('output.html'), 'utf8'));
    });

    test.skipIf(limits?.messages)('messages', () => {
      const expected = existsSync(path('messages.json'))
        ? JSON.parse(readFileSync(path('messages.json'), 'utf8'))
        : [];
      expect(
        messages.map(({ column, level, line, reason, ruleId }) => ({
          start: `${line}:${column}`,
          level,
          ruleId,
          reason,
        })),
      ).toEqual(
        expected.map(({ level, place, reason, ruleId }: Record<string, string>) => ({
          start: place?.split('-')[0],
          level,
          ruleId,
          reason,
        })),
      );
    });
  });

  test('lists no limit of a case that there is not', () => {
    const names = fixtures.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(markdownItLimits)));
  });
});
