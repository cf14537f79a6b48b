import type { Hooks, MarkedExtension, TokenizerExtensionFunction } from 'marked';
import type { Message } from '../core/findings/message.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { createCandidateFinder } from '../core/shorthand/find-candidates.js';
import { registry } from '../registry.js';
import { createMasking, mayHoldMarks } from './mask.js';
import { Notes } from './notes.js';
import { renderLink } from './render.js';
import { createReport } from './report.js';
import { createTokenizer } from './tokenize.js';

export type { Message } from '../core/findings/message.js';
export type { Options } from '../core/options/resolve-options.js';

/** Configuration: that of the remark plugin, and where messages go. */
export interface MarkedOptions<Own extends string = never> extends Options<Own> {
  /**
   * Called with each message.
   *
   * @default nothing is called
   */
  onMessage?: ((message: Message) => void) | null | undefined;
}

/**
 * marked extension for contact links: `[[skype:call echo123]]`.
 *
 * @param options
 *   Configuration (optional).
 * @returns
 *   Extension to pass to `marked.use`. With `invalid: 'error'`, parsing throws for the first
 *   wrong shorthand, after all messages have been reported.
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function markedContactLinks(
  options?: Readonly<MarkedOptions<string>> | null | undefined,
): MarkedExtension {
  const { onMessage, ...rest } = options ?? {};
  const settings = resolveOptions(rest, registry);
  const findCandidates = createCandidateFinder(settings.names);
  const notes = new Notes();
  const maskIn = createMasking(settings);
  const report = createReport(settings, notes, onMessage);

  const tokenizer = createTokenizer(settings, notes);

  /** The document that was given to marked last. */
  let source = '';

  return {
    extensions: [{ name: 'contactLink', level: 'inline', tokenizer }],
    renderer: {
      link(token) {
        return renderLink(token, notes, this.parser);
      },
    },
    hooks: {
      preprocess(markdown) {
        source = markdown;
        const hooks = this as Hooks;
        maskIn(
          hooks,
          findCandidates(markdown).some((at) => mayHoldMarks(markdown, at)),
        );
        if (!markdown.includes('[[')) leaveOut(tokenizer, hooks);
        return markdown;
      },
      processAllTokens(tokens) {
        report(this as Hooks, tokens, source);
        return tokens;
      },
    },
  };
}

/**
 * Take a tokenizer out of the options of one document: marked asks each tokenizer at every place
 * of a text, which takes long.
 */
function leaveOut(tokenizer: TokenizerExtensionFunction, { options }: Hooks): void {
  const { async, extensions } = options;
  // Where parsing is asynchronous, these may be the options of another document, too.
  if (async || !extensions?.inline) return;
  const others = extensions.inline.filter((other) => other !== tokenizer);
  const { inline, ...rest } = extensions;
  options.extensions = others.length > 0 ? { ...rest, inline: others } : rest;
}
