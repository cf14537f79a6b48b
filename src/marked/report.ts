import type { Hooks, Token, TokensList } from 'marked';
import { type Finding, findingsOf, linkFinding } from '../core/findings/finding.js';
import {
  createRetirements,
  type Message,
  reportMessages,
  toMessage,
} from '../core/findings/message.js';
import { nestedLink } from '../core/findings/problem.js';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { escapeBars } from '../core/shorthand/escapes.js';
import { headOf } from '../core/shorthand/scan-head.js';
import { unclosedFinding } from '../core/shorthand/unclosed.js';
import { childrenOf, findNoted, type Noted } from './find-noted.js';
import type { Notes } from './notes.js';
import { Follower } from './places.js';
import { literal } from './render.js';

/**
 * Make the hook that goes over the tokens of a document: it undoes links in other links, and
 * reports what was found.
 *
 * @param onMessage
 *   The callback in the options.
 * @returns
 *   The hook. With `invalid: 'error'` it throws for the first error, with the message
 *   `line:column: reason`.
 */
export function createReport(
  settings: Settings,
  notes: Notes,
  onMessage: ((message: Message) => void) | null | undefined,
): (hooks: Hooks, tokens: TokensList | Array<Token>, source: string) => void {
  return ({ block }, tokens, source) => {
    const isEmpty = block && 'links' in tokens && !notes.documents.has(tokens);
    if (isEmpty && !settings.redirecting) return;
    const noted = findNoted(tokens, notes, settings);
    for (const each of noted) undo(each, notes);
    // An image description is plain text; nobody expects a link there.
    const wanted = noted.filter((each) => !each.inImage && mayTell(each));
    if (wanted.length === 0) return;
    const byToken = new Map(wanted.map((each) => [each.token, each]));
    const messages = toMessages(tokens, source, byToken, settings);
    if (messages.length > 0) tell(messages, onMessage);
  };
}

/** Whether there may be something to report; for most shorthands there is nothing. */
function mayTell({ isNested, note }: Noted): boolean {
  if (note.kind !== 'shorthand' || isNested) return true;
  const { result } = note;
  const isQuiet = result.kind === 'link' && result.advice.length === 0;
  return !isQuiet || result.service.retired !== undefined;
}

/** Turn a shorthand that is not a link into text. */
function undo({ inImage, inTable, isNested, note, token }: Noted, notes: Notes): void {
  if (note.kind !== 'shorthand') return;
  if (note.result.kind === 'link' && !isNested && !inImage) return;
  const text = inTable ? escapeBars(note.source) : note.source;
  const { raw } = token;
  Object.assign(token, { tokens: undefined, ...literal(text), raw });
  notes.links.delete(token);
}

/** Get the text that a note is about, from its first bracket on. */
function sourceOf({ note, token }: Noted): string {
  if (note.kind === 'redirect') return token.raw;
  return note.kind === 'unclosed' ? note.unclosed.source : note.source;
}

/** Find the places of the notes, and make messages of them. */
function toMessages(
  tokens: ReadonlyArray<Token>,
  source: string,
  notedAt: ReadonlyMap<Token, Noted>,
  settings: Settings,
): Array<Message> {
  const retirement = createRetirements(settings);
  const follower = new Follower(
    tokens.map(({ raw }) => raw),
    source,
  );
  const messages: Array<Message> = [];
  for (const token of tokens) {
    follower.enterBlock(token.raw);
    follow(token, false);
  }
  return messages;

  function follow(token: Token, inTable: boolean): void {
    const write = (text: string): string => (inTable ? escapeBars(text) : text);
    const raw = write(token.raw);
    const noted = notedAt.get(token);
    const offset = follower.find(noted ? write(sourceOf(noted)) : raw);
    if (noted) report(noted, offset);
    for (const child of childrenOf(token)) {
      follow(child, inTable || token.type === 'table');
    }
    if (offset !== undefined) follower.pass(offset, raw);
  }

  function report(noted: Noted, offset: number | undefined): void {
    const { inTable } = noted;
    const write = (text: string): string =>
      follower.written(inTable ? escapeBars(text) : text, offset);
    for (const finding of findingsOfNote(noted, write)) {
      const isWhole = follower.has(finding.actual, offset);
      // A text in place of several lines would remove the marks of containers between them.
      const suggestions = isWhole ? finding.suggestions : [];
      const place = follower.placeOf(offset);
      const message = toMessage({ ...finding, suggestions }, settings, place);
      if (message) messages.push(message);
    }
  }

  /**
   * Get what there is to report at a token.
   *
   * @param write
   *   Gives a text as the document has it.
   */
  function findingsOfNote(
    { inTable, isNested, note, token }: Noted,
    write: (text: string) => string,
  ): Array<Finding> {
    switch (note.kind) {
      case 'redirect':
        return [linkFinding(note.problem, write(token.raw))];
      case 'unclosed': {
        const { code, label, source } = note.unclosed;
        const start = label && write(source.slice(0, label)).length;
        const unclosed = { code, label: start, source: write(source) };
        return [unclosedFinding(unclosed, inTable, settings)];
      }
      case 'near-miss': {
        const [found] = note.find(write(note.source));
        return found?.offset === 0 && !isNested ? [found.finding] : [];
      }
      default: {
        const source = write(note.source);
        const head = headOf(source, settings.names);
        const asWritten =
          head === note.head ? note.result : resolveHead(head, settings);
        const result = isNested ? nestedLink(head) : asWritten;
        const findings = findingsOf(result, { head, source }, settings);
        const retired =
          result.kind === 'link' && retirement(result.service.name, source);
        return retired ? [...findings, retired] : findings;
      }
    }
  }
}

/**
 * Report messages.
 *
 * @throws {Error}
 *   When there are errors. marked appends to the message of every error that it should be
 *   reported to marked; the message of this one cannot be changed.
 */
function tell(
  messages: ReadonlyArray<Message>,
  onMessage: ((message: Message) => void) | null | undefined,
): void {
  try {
    reportMessages(messages, [], onMessage, undefined);
  } catch (error) {
    const { message } = error as Error;
    throw Object.defineProperty(error as Error, 'message', {
      get: () => message,
      set: () => {},
    });
  }
}
