import { labelStartLink } from 'micromark-core-commonmark';
import { push, splice } from 'micromark-util-chunked';
import { resolveAll } from 'micromark-util-resolve-all';
import { codes, types } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Event,
  Extension,
  Point,
  State,
  Token,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';
import { createHeadScanner } from '../core/scan.js';
import type { Unclosed } from '../core/unclosed.js';
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
      [codes.leftSquareBracket]: [opening, unclosed],
      [codes.rightSquareBracket]: closing,
    },
  };

  /** `[[skype:call a]]`, or `[[skype:call a|` of one whose label may be closed. */
  function tokenizeOpening(
    this: TokenizeContext,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const self = this;
    const scan = createHeadScanner((name) => services.has(name));
    let group: Token;
    let marker: Token;

    return start;

    /**
     * ```markdown
     * > | a [[skype:call b]] c
     *       ^
     * ```
     */
    function start(code: Code): State | undefined {
      group = effects.enter('contactLink');
      marker = effects.enter('contactLinkMarker');
      effects.enter(types.labelMarker);
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
      if (code !== codes.leftSquareBracket) return nok(code);
      giveUpStart(self);
      effects.consume(code);
      effects.exit(types.labelMarker);
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
      if (step === 'foreign') return nok(code);
      if (step === 'broken') {
        reportUnclosed(self, group, self.now(), { in: 'head', code });
        return nok(code);
      }
      effects.consume(code);
      if (step === 'more') return head;
      effects.exit('contactLinkHead');
      if (step === 'bare') {
        effects.exit('contactLink');
        return ok;
      }
      return effects.check(labelMayClose(onstop), labelled, nok);
    }

    /**
     * ```markdown
     * > | a [[skype:call b|label]] c
     *                      ^
     * ```
     */
    function labelled(code: Code): State | undefined {
      marker.type = types.labelLink;
      group.type = 'contactLinkStart';
      effects.exit('contactLinkStart');
      self._contactLinkStart = { token: group, marker };
      return ok(code);
    }

    function onstop(point: Point): undefined {
      reportUnclosed(self, group, point, { in: 'label' });
    }
  }
}

/**
 * The `[` of a shorthand that is not closed, after `opening` found that out: core's start
 * of a link, as if there were no shorthand, in a token that carries the reason.
 */
const unclosed: Construct = { tokenize: tokenizeUnclosed };

function tokenizeUnclosed(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const self = this;

  return start;

  function start(code: Code): State | undefined {
    const found = self._contactLinkUnclosed;
    if (found?.offset !== self.now().offset) return nok(code);
    self._contactLinkUnclosed = undefined;
    effects.enter('contactLinkUnclosed', { _contactLinkUnclosed: found });
    return effects.attempt(labelStartLink, after, disabled)(code);
  }

  function disabled(code: Code): State | undefined {
    effects.enter(types.data);
    effects.consume(code);
    effects.exit(types.data);
    return after;
  }

  function after(code: Code): State | undefined {
    effects.exit('contactLinkUnclosed');
    return ok(code);
  }
}

/** The `]]` of a shorthand whose label is open. */
const closing: Construct = {
  name: 'contactLinkEnd',
  resolveTo: resolveToEnd,
  tokenize: tokenizeClosing,
};

function tokenizeClosing(
  this: TokenizeContext,
  ...[effects, ok, nok]: Parameters<Tokenizer>
): State {
  const self = this;
  let end: Token;

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
    end = effects.enter('contactLinkEnd');
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
    if (code === codes.rightSquareBracket) {
      effects.consume(code);
      effects.exit('contactLinkEnd');
      return ok;
    }
    // A bracket without a partner: there is no label then, as in core's links.
    giveUpStart(self);
    end.type = types.data;
    effects.exit(types.data);
    return ok(code);
  }
}

/**
 * Whether a start of a link or image is open in a label: then `]` belongs to it.
 *
 * micromark-core-commonmark keeps these starts in a list since 2.0.4; before, it looks
 * for them in the events.
 */
function hasInnerStart(context: TokenizeContext, start: OpenStart): boolean {
  const labelStarts = context._labelStarts;
  if (labelStarts) {
    let last = labelStarts.at(-1);
    while (last?._balanced) {
      labelStarts.pop();
      last = labelStarts.at(-1);
    }
    return last !== undefined && last.start.offset > start.token.start.offset;
  }
  let index = context.events.length;
  while (index--) {
    const token = context.events[index]?.[1];
    if (!token || token === start.token) break;
    if (
      (token.type === types.labelLink || token.type === types.labelImage) &&
      !token._balanced
    ) {
      return true;
    }
  }
  return false;
}

/**
 * How many events a start is: enter and exit of itself, of its marker, of the label
 * marker in that, and of its head.
 */
const startEvents = 8;

/** Make `[[skype:call a|`, label and `]]` into one. */
function resolveToEnd(events: Array<Event>, context: TokenizeContext): Array<Event> {
  const start = context._contactLinkStart;
  const end = events.at(-1)?.[1];
  if (!start || end?.type !== 'contactLinkEnd') return events;
  context._contactLinkStart = undefined;
  start.marker.type = 'contactLinkMarker';
  const open = indexOfStart(events, start.token);
  const label = events.slice(open + startEvents, -2);
  const group: Token = { type: 'contactLink', start: start.token.start, end: end.end };
  let media: Array<Event> = [['enter', group, context]];
  media = push(media, events.slice(open + 1, open + startEvents - 1));
  if (label.length > 0) {
    const text: Token = {
      type: 'contactLinkLabel',
      start: start.token.end,
      end: end.start,
    };
    const spans = context.parser.constructs.insideSpan.null ?? [];
    media = push(media, [['enter', text, context]]);
    media = push(media, resolveAll(spans, label, context));
    media = push(media, [['exit', text, context]]);
  }
  media = push(media, events.slice(-2));
  media = push(media, [['exit', group, context]]);
  splice(events, open, events.length, media);
  return events;
}

function indexOfStart(events: ReadonlyArray<Event>, start: Token): number {
  let index = events.length - 1;
  // The exit comes first.
  while (events[index]?.[1] !== start) index--;
  return index - startEvents + 1;
}

/** Turn each start whose `]]` never came into text and a reason. */
function resolveLeftOver(events: Array<Event>, context: TokenizeContext): Array<Event> {
  context._contactLinkStart = undefined;
  const result: Array<Event> = [];
  let index = -1;
  while (++index < events.length) {
    const event = events[index] as Event;
    const start = event[1];
    if (start.type !== 'contactLinkStart') {
      result.push(event);
      continue;
    }
    const found: Unclosed = {
      source: context.sliceSerialize(start),
      stop: { in: 'label' },
    };
    const place = { start: start.start, end: start.end };
    const group: Token = {
      type: 'contactLinkUnclosed',
      ...place,
      _contactLinkUnclosed: found,
    };
    const data: Token = { type: types.data, ...place };
    result.push(
      ['enter', group, context],
      ['enter', data, context],
      ['exit', data, context],
      ['exit', group, context],
    );
    while (events[index + 1]?.[1] !== start) index++;
    index++;
  }
  if (result.length !== events.length) splice(events, 0, events.length, result);
  return events;
}

/** Give up the shorthand whose label is open: nothing behind this place closes it. */
function giveUpStart(context: TokenizeContext): void {
  const start = context._contactLinkStart;
  if (!start) return;
  start.marker._balanced = true;
  context._contactLinkStart = undefined;
}

function reportUnclosed(
  context: TokenizeContext,
  start: Token,
  end: Point,
  stop: Unclosed['stop'],
): undefined {
  context._contactLinkUnclosed = {
    offset: start.start.offset,
    source: context.sliceSerialize({ start: start.start, end }),
    stop,
  };
}
