import * as markdownlint from 'markdownlint';
import * as oldest from 'markdownlint/sync';
import * as newest from 'markdownlint-newest/sync';
import { describe, expect, test } from 'vitest';
import {
  countOf,
  lintFixtures,
  ofShorthands,
  type Said,
  saidByPlugin,
} from '../../../test/helpers/lint.js';
import rule from '../dist/index.js';

/** Something that markdownlint says, and what puts it right. */
interface Found extends Said {
  error: markdownlint.LintError;
}

const versions = { oldest, newest } as Record<string, typeof oldest>;

/** Enough where others have tried the rest. */
const ofMessages = lintFixtures.filter(({ name }) => name.startsWith('messages/'));

describe.each(Object.entries(versions))('the %s markdownlint', (name, { lint }) => {
  function find(text: string, options: object): Array<Found> {
    const { page = [] } = lint({
      strings: { page: text },
      config: { default: false, 'contact-links': options },
      customRules: [rule],
    });
    return page.map((error) => {
      const [, reason = '', ruleId] =
        /^(.*) \(([\w-]+)\)$/.exec(String(error.errorDetail)) ?? [];
      const [column] = error.errorRange ?? [];
      return { start: `${error.lineNumber}:${column}`, ruleId, reason, error };
    });
  }

  test.each(name === 'oldest' ? lintFixtures : ofMessages)(
    '$name',
    ({ input, options }) => {
      const found = find(input, options);
      const said = found.map(({ error: _, ...each }) => each);
      expect(ofShorthands(said)).toEqual(saidByPlugin(input, options));

      for (const each of found.filter(({ error }) => error.fixInfo)) {
        const fixed = markdownlint.applyFixes(input, [each.error]);
        const after = find(fixed, options);
        expect(after.length).toBeLessThan(found.length);
        expect(countOf(after, each)).toBe(countOf(found, each) - 1);
      }
    },
  );
});
