import type { PlainOptions } from 'contact-links/plain-links';
import type { Options, Range } from 'remark-contact-links/core';

/** What reads configuration and pages. */
export interface Files {
  /** Writes a URI in the one form in which those of the same file are equal. */
  readonly normalUri: (uri: string) => string;
  /** The text of a file; nothing where there is none, or it cannot be read. */
  readonly read: (uri: string) => string | undefined;
  /** What changes when a file does; nothing where there is none. */
  readonly stamp: (uri: string) => string | undefined;
  /**
   * Loads a configuration that is not JSON. JavaScript is run in a process of its own.
   *
   * @throws {Error}
   *   When it cannot be loaded.
   */
  readonly load: (uri: string) => Promise<Record<string, unknown>>;
}

/** What the server needs of where it runs: an editor's machine, or a browser. */
export interface Host extends Files {
  /** Finds the pages of a folder, but for those that an ignore file leaves out. */
  readonly pagesIn: (folder: string) => Iterable<string>;
  /** Parses pages, while the server does its other work. */
  readonly parser: PageParser;
}

/** What the parser is given. */
export interface ParseRequest {
  uri: string;
  text: string;
  isMdx: boolean;
  options: Options;
  /** What is said of links that are not shorthands. */
  plain: PlainOptions;
  /** The configuration file whose plugins may run. Default: there is none. */
  plugins: string | undefined;
}

/** What a page has, as an engine sees it. */
export interface ParsedPage {
  /** Where shorthands are links; in ascending order. */
  links: ReadonlyArray<number>;
  messages: ReadonlyArray<ParsedMessage>;
  /** Links of plain Markdown that a shorthand can say. */
  rewrites: ReadonlyArray<Rewrite>;
}

/** A message about a page. */
export interface ParsedMessage {
  range: Range;
  /** The line that it is about, from 1. */
  line: number;
  ruleId: string;
  reason: string;
  source: string;
  url: string;
  level: 'error' | 'warning' | 'info';
  fixes: ReadonlyArray<{ range: Range; text: string; isGuess?: boolean }>;
}

/** A shorthand that says the same as a link. */
export interface Rewrite {
  range: Range;
  text: string;
}

/** Parses pages in a worker. */
export interface PageParser {
  /**
   * Parse a page.
   *
   * @returns
   *   What it has; nothing where it cannot be parsed.
   */
  parse(request: ParseRequest): Promise<ParsedPage | undefined>;
  /** End what was started. */
  dispose(): void;
}
