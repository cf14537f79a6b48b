import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Range } from 'remark-contact-links/core';

/** JSON as the command line tool reads it: without comments and trailing commas. */
const strict = {
  allowEmptyContent: false,
  allowTrailingComma: false,
  disallowComments: true,
};

/** A syntax error. */
export interface SyntaxFault {
  range: Range;
  reason: string;
}

/** JSON as a tree, with its syntax errors. */
export interface JsonSource {
  root: Node | undefined;
  faults: ReadonlyArray<SyntaxFault>;
}

const faultNames: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is not a JSON value',
  InvalidNumberFormat: 'this number is not written as in JSON',
  PropertyNameExpected: 'a key in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a `}` is expected',
  CloseBracketExpected: 'a `]` is expected',
  InvalidCommentToken: 'JSON has no comments',
};

/** Read JSON that may be broken. */
export function readJson(text: string): JsonSource {
  const errors: Array<ParseError> = [];
  const root = parseTree(text, errors, strict);
  const faults = errors.map(({ error, length, offset }) => ({
    range: { start: offset, end: offset + length },
    reason: `Wrong JSON: ${faultNames[printParseErrorCode(error)] ?? 'it cannot be read here'}`,
  }));
  return { root, faults };
}

/**
 * Find the place of an option.
 *
 * @param root
 *   The whole tree.
 * @param path
 *   The keys that lead to the option, of which the last ones may be missing.
 * @returns
 *   The range of the last key that is there, or of the value where it has no key.
 */
export function placeOf(root: Node, path: ReadonlyArray<string>): Range {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    // A value in an object has a key before it.
    const [key = node] = node?.parent?.children ?? [];
    if (key) return rangeOf(key);
  }
  return { start: root.offset, end: root.offset + 1 };
}

/** Find the value at a path. */
export function valueAt(root: Node, path: ReadonlyArray<string>): Node | undefined {
  return findNodeAtLocation(root, [...path]);
}

/** Get the range of a node, with quotes. */
export function rangeOf({ length, offset }: Pick<Node, 'length' | 'offset'>): Range {
  return { start: offset, end: offset + length };
}
