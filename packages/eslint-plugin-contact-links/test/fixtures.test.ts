import markdown from '@eslint/markdown';
import * as newest from 'eslint';
import * as oldest from 'eslint-9';
import { describe, expect, test } from 'vitest';
import {
  countOf,
  lintFixtures,
  ofShorthands,
  type Said,
  saidByPlugin,
} from '../../../test/helpers/lint.js';
import contactLinks from '../dist/index.js';

/** Something that ESLint says, and what puts it right. */
interface Found extends Said {
  message: newest.Linter.LintMessage;
}

const versions = { oldest, newest } as unknown as Record<string, typeof newest>;

/** Enough where others have tried the rest. */
const ofMessages = lintFixtures.filter(({ name }) => name.startsWith('messages/'));

describe.each(Object.entries(versions))('the %s ESLint', (name, { Linter }) => {
  const linter = new Linter();

  function find(text: string, options: object): Array<Found> {
    const messages = linter.verify(
      text,
      [
        {
          ...contactLinks.configs.recommended,
          files: ['**/*.md'],
          language: 'markdown/gfm',
          plugins: { markdown, 'contact-links': contactLinks },
          settings: { 'contact-links': options },
        },
      ] as Array<newest.Linter.Config>,
      'page.md',
    );
    return messages.map((message) => ({
      start: `${message.line}:${message.column}`,
      ruleId: message.ruleId?.replace('contact-links/', ''),
      reason: message.message,
      message,
    }));
  }

  test.each(name === 'newest' ? lintFixtures : ofMessages)(
    '$name',
    ({ input, options }) => {
      const found = find(input, options);
      const said = found.map(({ message: _, ...each }) => each);
      expect(ofShorthands(said)).toEqual(saidByPlugin(input, options));

      for (const each of found) {
        const { fix, suggestions = [] } = each.message;
        // What is sure is fixed, and else each correction can be chosen.
        expect(fix && suggestions.length > 0).toBeFalsy();
        const fixes = fix ? [fix] : suggestions.map((suggestion) => suggestion.fix);
        for (const { range, text } of fixes) {
          const fixed = input.slice(0, range[0]) + text + input.slice(range[1]);
          const after = find(fixed, options);
          expect(after.length).toBeLessThan(found.length);
          expect(countOf(after, each)).toBe(countOf(found, each) - 1);
        }
      }
    },
  );
});
