import remarkComment from '@slorber/remark-comment';
import type { Root } from 'mdast';
import remarkContactLinks from 'remark-contact-links';
import {
  type Options,
  resolveSettings,
  type Settings,
} from 'remark-contact-links/core';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { linkPattern } from './candidate.js';
import { CommandError, inFile, reasonOf } from './command-error.js';
import { recordDestinations } from './destinations.js';
import { asMdx } from './docusaurus.js';
import { htmlDocument, isHtml } from './html-document.js';
import type { Project } from './project.js';

/** The part of a frozen processor of unified that is used here. */
interface Parser {
  parse(file: VFile): Root;
}

/** Reads Markdown as the sites of a project do. */
export class Markdown {
  /** The options of the plugin, resolved, without `redirect`. */
  readonly settings: Settings;
  readonly #project: Project;
  /** The options with which the plugin reports on a document. */
  readonly #options: Options;
  readonly #parsers = new Map<boolean, Parser>();
  readonly #candidate: RegExp;
  #transform: ((tree: Root, file: VFile) => void) | undefined;

  /**
   * @throws {TypeError}
   *   When an option of the plugin is wrong.
   */
  constructor(project: Project, options: Options) {
    this.#project = project;
    this.#options = options;
    this.settings = resolveSettings({ ...options, redirect: null });
    this.#candidate = linkPattern(this.settings);
  }

  /** Whether a text may hold links that the tool knows; one that cannot is not parsed. */
  mayHaveLinks(text: string): boolean {
    return this.#candidate.test(text);
  }

  /**
   * Parse a document.
   *
   * @param file
   *   Its text, without a byte order mark; its path tells MDX and HTML from Markdown.
   * @throws {VFileMessage}
   *   When it is MDX with a syntax error.
   * @throws {CommandError}
   *   When a plugin of the project cannot be used.
   */
  parse(file: VFile): Root {
    if (isHtml(file)) return htmlDocument(file);
    const isMdx = file.extname === '.mdx';
    const parser = this.#parsers.get(isMdx) ?? this.#createParser(isMdx);
    this.#parsers.set(isMdx, parser);
    const { path } = file;
    return parser.parse(isMdx ? new VFile({ path, value: asMdx(String(file)) }) : file);
  }

  /** Add the messages of the plugin to the file of a document; this changes the tree. */
  report(tree: Root, file: VFile): void {
    this.#transform ??= this.#createTransform();
    try {
      this.#transform(tree, file);
    } catch (error) {
      // With `invalid: 'error'` the first message is thrown, after all are on the file.
      if (!file.messages.some((message) => message === error)) throw error;
    }
  }

  #createParser(isMdx: boolean): Parser {
    const processor = unified().use(remarkParse).use(remarkGfm);
    processor.use(remarkFrontmatter, ['yaml', 'toml']);
    if (isMdx) processor.use(remarkMdx).use(remarkComment);
    try {
      return processor
        .use(this.#project.plugins)
        .use(remarkContactLinks, this.#options)
        .use(recordDestinations)
        .freeze();
    } catch (error) {
      throw new CommandError(inFile(this.#project.path, pluginProblem(error)));
    }
  }

  /** Make a processor with the plugin alone: what others do to the tree is not in the source. */
  #createTransform() {
    const processor = unified().use(
      remarkContactLinks as Plugin<[Options], Root>,
      this.#options,
    );
    processor.freeze();
    return (tree: Root, file: VFile) => {
      processor.runSync(tree, file);
    };
  }
}

/** Say why plugins cannot be used; unified-engine throws for a missing plugin only when it runs. */
function pluginProblem(error: unknown): string {
  const [, name] = /^Cannot find module `(.+)`$/.exec((error as Error).message) ?? [];
  return name === undefined
    ? `Cannot use the configured plugins: ${reasonOf(error)}`
    : `Cannot find plugin \`${name}\`; install it where this file is`;
}
