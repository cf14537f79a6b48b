import type { PlainOptions } from 'contact-links/plain-links';
import type { Options, Range } from 'remark-contact-links/core';

/** Reads configuration and pages. */
export interface Files {
  /** Writes a URI in a form in which URIs of the same file are equal. */
  readonly normalUri: (uri: string) => string;
  /** Reads the text of a file; nothing where there is none, or it cannot be read. */
  readonly read: (uri: string) => string | undefined;
  /** Gets a text that changes whenever the file does; nothing where there is no file. */
  readonly stamp: (uri: string) => string | undefined;
  /**
   * Loads a configuration that is not JSON. JavaScript is run in a process of its own.
   *
   * @throws {Error}
   *   When it cannot be loaded.
   */
  readonly load: (uri: string) => Promise<Record<string, unknown>>;
}

/** The place where the server runs: the machine of an editor, or a browser. */
export interface Host extends Files {
  /** Finds the pages of a folder, except those that an ignore file leaves out. */
  readonly pagesIn: (folder: string) => Iterable<string>;
  /** Parses pages, while the server does its other work. */
  readonly parser: PageParser;
}

/** A page to parse. */
export interface ParseRequest {
  uri: string;
  text: string;
  isMdx: boolean;
  options: Options;
  /** Options for links that are not shorthands. */
  plain: PlainOptions;
  /** The configuration file whose plugins may run; nothing where there is none. */
  plugins: string | undefined;
}

/** A page as an engine sees it. */
export interface ParsedPage {
  /** Offsets of the shorthands that are links, in ascending order. */
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
   *   The page; nothing where it cannot be parsed.
   */
  parse(request: ParseRequest): Promise<ParsedPage | undefined>;
  /** End the worker. */
  dispose(): void;
}
