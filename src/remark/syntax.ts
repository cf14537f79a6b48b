import { resolveAll } from 'micromark-util-resolve-all';
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import { leftSquareBracket, rightSquareBracket } from '../core/shorthand/characters.js';
import { createHeadScanner, isLineEnd } from '../core/shorthand/scan-head.js';
import { createLabel } from './label.js';
import './tokens.js';

/**
 * Make the micromark extension.
 *
 * A shorthand is one construct, and its label is tokenized in its place. Where a shorthand is
 * not closed, the construct fails, and Markdown reads the same text again.
 *
 * @param services
 *   Registered services by their name.
 */
export function contactLinkSyntax(services: ReadonlyMap<string, unknown>): Extension {
  const shorthand: Construct = {
    name: 'contactLink',
    resolve: resolveLabel,
    tokenize: tokenizeShorthand,
  };
  return { text: { [leftSquareBracket]: [shorthand, unclosed] } };

  function tokenizeShorthand(
    this: TokenizeContext,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const self = this;
    const scan = createHeadScanner(services);
    let token: Token;
    let marker: Token;
    // Where the label begins in the source.
    let label: number | undefined;

    return start;

    /**
     * ```markdown
     * > | a [[skype:call b]] c
     *       ^
     * ```
     */
    function start(code: Code): State | undefined {
      token = effects.enter('contactLink');
      marker = effects.enter('contactLinkMarker');
      effects.enter('labelMarker');
      effects.consume(code);
      return second;
    }

    /**
     * ```markdown
     * > | a [[skype:call b]] c
     *        ^
     * ```
     */
    function second(code: Code): State | undefined {
      if (code !== leftSquareBracket) return nok(code);
      effects.consume(code);
      effects.exit('labelMarker');
      effects.exit('contactLinkMarker');
      effects.enter('contactLinkHead');
      return head;
    }

    /**
     * ```markdown
     * > | a [[skype:call b]] c
     *         ^^^^^^^^^^^^^^
     * > | a [[skype:call b|label]] c
     *         ^^^^^^^^^^^^^
     * ```
     */
    function head(code: Code): State | undefined {
      const step = scan(code);
      if (step === 'broken') stop(code);
      if (step === 'broken' || step === 'foreign') return nok(code);
      effects.consume(code);
      if (step === 'more') return head;
      effects.exit('contactLinkHead');
      return step === 'label' ? beforeLabel : bare;
    }

    function bare(code: Code): State | undefined {
      effects.exit('contactLink');
      return ok(code);
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                      ^
     * ```
     */
    function beforeLabel(code: Code): State | undefined {
      // A label that was given up holds this shorthand, and hid it: math that begins in the
      // head may do so, which Markdown then reads otherwise. To read it for each shorthand
      // again would be quadratic, so this one is left to Markdown, too.
      if (token.start.offset < (self._contactLinkReach ?? 0)) return nok(code);
      label = self.now().offset - token.start.offset;
      // Literal autolinks look for this type to know that they are in the text of a link. It is
      // inactive so that no link in the label takes it for a start: that is decided at the end.
      marker.type = 'labelLink';
      marker._inactive = true;
      return effects.attempt(createLabel(stop), end, nok)(code);
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                           ^
     * ```
     */
    function end(code: Code): State | undefined {
      effects.enter('contactLinkEnd');
      effects.consume(code);
      return secondEnd;
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                            ^
     * ```
     */
    function secondEnd(code: Code): State | undefined {
      if (code !== rightSquareBracket) return unpaired(code);
      marker.type = 'contactLinkMarker';
      effects.consume(code);
      effects.exit('contactLinkEnd');
      effects.exit('contactLink');
      return ok;
    }

    /**
     * Read the rest of the line, for the reason: what the bracket was meant for depends on
     * whether another one comes later.
     *
     * ```markdown
     * > | a [[skype:call b|lab] el]] c
     *                          ^^^^
     * ```
     */
    function unpaired(code: Code): State | undefined {
      const isInner = code === leftSquareBracket && self.previous === code;
      if (isInner || isLineEnd(code)) {
        stop();
        return nok(code);
      }
      effects.consume(code);
      return unpaired;
    }

    /** Leave the reason to `unclosed`, which is tried next. */
    function stop(code?: Code): undefined {
      const { start } = token;
      const source = self.sliceSerialize({ start, end: self.now() });
      self._contactLinkUnclosed = { code, label, offset: start.offset, source };
      forgetStarts(self, start.offset);
    }
  }
}

/**
 * The `[` of a shorthand that was found not to be closed. It becomes what it is without this
 * extension, most often the start of a link, in a token that carries the reason.
 */
const unclosed: Construct = {
  tokenize(effects, ok, nok) {
    const self = this;

    return start;

    function start(code: Code): State | undefined {
      const found = self._contactLinkUnclosed;
      if (found?.offset !== self.now().offset) return nok(code);
      const all = self.parser.constructs.text[leftSquareBracket] as Array<Construct>;
      const others = all.slice(all.indexOf(unclosed) + 1);
      effects.enter('contactLinkUnclosed', { _contactLinkUnclosed: found });
      return effects.attempt(others, after, nok)(code);
    }

    function after(code: Code): State | undefined {
      effects.exit('contactLinkUnclosed');
      return ok(code);
    }
  },
};

/**
 * Forget the starts of links and images after a place.
 *
 * micromark-core-commonmark keeps these in a list since 2.0.4; older versions look for them
 * in the events.
 */
function forgetStarts({ _labelStarts: starts }: TokenizeContext, offset: number): void {
  while (starts && (starts.at(-1)?.start.offset ?? 0) > offset) starts.pop();
}

/** Resolve the label, as micromark does the text of a link. */
function resolveLabel(events: Array<Event>, context: TokenizeContext): Array<Event> {
  const from = events.findIndex(([, { type }]) => type === 'contactLinkLabel') + 1;
  if (from === 0) return events;
  const to = events.findLastIndex(([, { type }]) => type === 'contactLinkLabel');
  const { null: resolvers = [] } = context.parser.constructs.insideSpan;
  const label = events.slice(from, to);
  if (label.some(([, { type }]) => type === 'link')) {
    deactivateStarts(context.events, context.events.length - events.length);
  }
  return [
    ...events.slice(0, from),
    ...resolveAll(resolvers, label, context),
    ...events.slice(to),
  ];
}

/** Let no link be around a link in a label: as in micromark, the inner one wins. */
function deactivateStarts(events: ReadonlyArray<Event>, end: number): void {
  for (let index = end - 1; index >= 0; index--) {
    const [side, token] = events[index] as Event;
    const isStart = token.type === 'labelLink';
    // All before it are inactive already.
    if (token.type === 'link' || (isStart && token._inactive)) break;
    if (isStart && side === 'enter') token._inactive = true;
  }
}
