import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { printable } from '../../src/core/index.js';
import remarkContactLinks, { type Options } from '../../src/index.js';
import { type Fixture, fixtures } from './fixtures.js';

/** Something that is said of a document. */
export interface Said {
  /** Line and column, from 1. */
  start: string;
  ruleId: string | undefined;
  reason: string;
}

/**
 * All cases for linters: of a service that has closed these say in one message what
 * the plugin says in two, which has tests of its own.
 */
export const lintFixtures: ReadonlyArray<Fixture> = fixtures.map((fixture) => ({
  ...fixture,
  options: { ...fixture.options, retired: 'ignore' },
}));

/** What the plugin says of a page, as linters have it: these say themselves what is an error. */
export function saidByPlugin(text: string, options: Options<string>): Array<Said> {
  return messagesOf(text, options).map(toSaid).sort(byStart);
}

/** The messages of the plugin on a page, as warnings: an error has other words, and is thrown. */
export function messagesOf(
  text: string,
  options: Options<string>,
): ReadonlyArray<VFileMessage> {
  const file = new VFile(text);
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkContactLinks, {
      ...options,
      invalid: options.invalid === 'ignore' ? 'ignore' : 'warn',
    });
  processor.runSync(processor.parse(file), file);
  return file.messages;
}

function toSaid({ column, line, reason, ruleId }: VFileMessage): Said {
  return { start: `${line}:${column}`, ruleId, reason: printable(reason) };
}

/** What a linter says, without what it says of links that are not shorthands. */
export function ofShorthands(found: ReadonlyArray<Said>): Array<Said> {
  return found.filter(({ ruleId }) => !isOther.has(ruleId)).sort(byStart);
}

const isOther: ReadonlySet<string | undefined> = new Set([
  'retired-service',
  'invalid-link',
  'not-a-link',
  'misspelled-scheme',
]);

function byStart(one: Said, other: Said): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** How often something is said. */
export function countOf(found: ReadonlyArray<Said>, said: Said): number {
  return found.filter(
    ({ reason, ruleId }) => reason === said.reason && ruleId === said.ruleId,
  ).length;
}

/** Pages of lines of all kinds, which end in all ways. */
export const anyPage = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        ...new Set(lintFixtures.flatMap(({ input }) => input.split('\n'))),
        ...['---', '+++', '{', '}', '```', '<!-- ', ' -->', '\t- ', '\f', '\0', '{/*'],
      ),
      { maxLength: 12 },
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, end]) => lines.join(end));
