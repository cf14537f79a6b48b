import { push, splice } from 'micromark-util-chunked';
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
import { createHeadScanner } from '../core/shorthand/scan-head.js';
import { labelMayClose } from './label.js';
import type { OpenStart } from './tokens.js';

/**
 * Make the micromark extension.
 *
 * A shorthand with a label is an opener at `[[` and a closer at `]]`, with the label
 * tokenized between them by whatever constructs there are, as core does for links. So a
 * label follows CommonMark's rules for link text without a word about them here.
 *
 * @param services
 *   Registered services by their name.
 */
export function contactLinkSyntax(services: ReadonlyMap<string, unknown>): Extension {
  const opening: Construct = {
    name: 'contactLink',
    resolveAll: resolveLeftOver,
    tokenize: tokenizeOpening,
  };
  return {
    text: {
      [leftSquareBracket]: [opening, unclosed],
      [rightSquareBracket]: closing,
    },
  };

  /** `[[skype:call a]]`, or `[[skype:call a|` of one whose label may be closed. */
  function tokenizeOpening(
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
      giveUpStart(self);
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
      label = self.now().offset - token.start.offset;
      if (step === 'label') return effects.check(labelMayClose(stop), labelled, nok);
      effects.exit('contactLink');
      return ok;
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                      ^
     * ```
     */
    function labelled(code: Code): State | undefined {
      marker.type = 'labelLink';
      token.type = 'contactLinkStart';
      effects.exit('contactLinkStart');
      self._contactLinkStart = { token, marker };
      return ok(code);
    }

    /** Leave word for `unclosed`, which is asked next. */
    function stop(code?: Code): undefined {
      const source = self.sliceSerialize({ start: token.start, end: self.now() });
      self._contactLinkUnclosed = { code, label, offset: token.start.offset, source };
    }
  }
}

/**
 * The `[` of a shorthand that is not closed, after `opening` found that out: whatever it
 * is without this extension, most often the start of a link, in a token that carries the
 * reason.
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

/** The `]]` of a shorthand whose label is open. */
const closing: Construct = {
  name: 'contactLinkEnd',
  resolveTo: resolveToEnd,
  tokenize(effects, ok, nok) {
    const self = this;

    return start;

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                           ^
     * ```
     */
    function start(code: Code): State | undefined {
      const open = self._contactLinkStart;
      if (!open || hasInnerStart(self, open)) return nok(code);
      effects.enter('contactLinkEnd');
      effects.consume(code);
      return second;
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                            ^
     * ```
     */
    function second(code: Code): State | undefined {
      if (code !== rightSquareBracket) {
        // A bracket without a partner: there is no label then, as in core's links.
        giveUpStart(self);
        return nok(code);
      }
      effects.consume(code);
      effects.exit('contactLinkEnd');
      return ok;
    }
  },
};

/**
 * Whether a start of a link or image is open in a label: then `]` belongs to it.
 *
 * micromark-core-commonmark keeps these starts in a list since 2.0.4; before, it looks
 * for them in the events.
 */
function hasInnerStart(
  { _labelStarts: starts, events }: TokenizeContext,
  { token }: OpenStart,
): boolean {
  if (starts) {
    while (starts.at(-1)?._balanced) starts.pop();
    const last = starts.at(-1);
    return last !== undefined && last.start.offset > token.start.offset;
  }
  const inLabel = events.slice(events.findLastIndex((event) => event[1] === token));
  return inLabel.some(
    ([, { _balanced, type }]) =>
      !_balanced && (type === 'labelLink' || type === 'labelImage'),
  );
}

/**
 * How many events a start is: enter and exit of itself, of its marker, of the label
 * marker in that, and of its head.
 */
const startEvents = 8;

/** Make `[[skype:call a|`, label and `]]` into one. */
function resolveToEnd(events: Array<Event>, context: TokenizeContext): Array<Event> {
  const { marker, token } = context._contactLinkStart as OpenStart;
  const [, end] = events.at(-1) as Event;
  const exit = events.findLastIndex((event) => event[1] === token);
  const enter = exit - startEvents + 1;
  const label = events.slice(exit + 1, -2);
  const group: Token = { type: 'contactLink', start: token.start, end: end.end };
  const text: Token = { type: 'contactLinkLabel', start: token.end, end: end.start };
  const { null: resolvers = [] } = context.parser.constructs.insideSpan;
  let media: Array<Event> = [['enter', group, context]];

  context._contactLinkStart = undefined;
  marker.type = 'contactLinkMarker';
  media = push(media, events.slice(enter + 1, exit));
  if (label.length > 0) {
    media = push(media, [['enter', text, context]]);
    media = push(media, resolveAll(resolvers, label, context));
    media = push(media, [['exit', text, context]]);
  }
  media = push(media, events.slice(-2));
  media = push(media, [['exit', group, context]]);
  splice(events, enter, events.length, media);
  return events;
}

/** Turn each start whose `]]` never came into text and a reason. */
function resolveLeftOver(events: Array<Event>, context: TokenizeContext): Array<Event> {
  let index = events.length;
  context._contactLinkStart = undefined;
  while (index--) {
    const [, token] = events[index] as Event;
    if (token.type !== 'contactLinkStart') continue;
    const enter = events.findLastIndex((event, at) => at < index && event[1] === token);
    const data: Token = { ...token, type: 'data' };
    token.type = 'contactLinkUnclosed';
    const source = context.sliceSerialize(token);
    token._contactLinkUnclosed = { label: source.length, source };
    events.splice(
      enter + 1,
      index - enter - 1,
      ['enter', data, context],
      ['exit', data, context],
    );
    index = enter;
  }
  return events;
}

/** Give up the shorthand whose label is open: nothing behind this place closes it. */
function giveUpStart(context: TokenizeContext): void {
  const start = context._contactLinkStart;
  if (start) start.marker._balanced = true;
  context._contactLinkStart = undefined;
}
