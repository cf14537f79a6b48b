import type { Settings } from '../settings.js';
import type { Finding } from './finding.js';
import { messageSource, type RuleId, ruleUrl } from './rules.js';

/** A message of an engine that has no kind of its own. */
export interface Message {
  /** What is wrong and what to do. */
  reason: string;
  ruleId: RuleId;
  /** An error is a wrong shorthand with `invalid: 'error'`. */
  level: 'error' | 'warning' | 'info';
  /** `remark-contact-links`. */
  source: string;
  /** The text it is about. */
  actual: string;
  /** Texts to write in its place, best first. */
  expected: Array<string>;
  /** The section of the README that explains the rule. */
  url: string;
  /** Line of the text, from 1; nothing where the engine does not know. */
  line?: number | undefined;
  /** Column of the text, from 1, in UTF-16 code units. */
  column?: number | undefined;
}

/** How a finding is told, or nothing when it is not. */
export function levelOf(
  { level }: Finding,
  { invalid, retired }: Settings,
): Message['level'] | undefined {
  if (level === 'info') return retired === 'ignore' ? undefined : 'info';
  if (invalid === 'ignore') return undefined;
  return level === 'invalid' && invalid === 'error' ? 'error' : 'warning';
}

/** Make a message of a finding; nothing when the settings do not want it told. */
export function toMessage(
  finding: Finding,
  settings: Settings,
  place: Pick<Message, 'line' | 'column'>,
): Message | undefined {
  const level = levelOf(finding, settings);
  const { actual, expected, reason, ruleId } = finding;
  return level
    ? {
        reason,
        ruleId,
        level,
        source: messageSource,
        actual,
        expected,
        url: ruleUrl(ruleId),
        ...place,
      }
    : undefined;
}

/**
 * Tell messages, in an engine that has no channel for them.
 *
 * @param messages
 *   In the order of the document.
 * @param list
 *   Where the caller of the engine finds them.
 * @param onMessage
 *   What the options want called.
 * @param path
 *   The file, where it is known.
 * @throws {Error}
 *   For the first error, as `file:line:column: reason`, after all have been told.
 */
export function tellMessages(
  messages: ReadonlyArray<Message>,
  list: Array<Message>,
  onMessage: ((message: Message) => void) | null | undefined,
  path: string | undefined,
): void {
  for (const message of messages) {
    list.push(message);
    onMessage?.(message);
  }
  const error = messages.find(({ level }) => level === 'error');
  if (!error) return;
  const { column, line, reason } = error;
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  throw new Error(place ? `${place}: ${reason}` : reason);
}

/**
 * Make a function for one document that is given each of its links, in their order.
 *
 * @returns
 *   Function that takes the name of the service and the source of the link. It gives a
 *   finding at the first link to each service that has closed.
 */
export function createRetirements({
  services,
}: Settings): (name: string, actual: string) => Finding | undefined {
  const known = new Set<string>();
  return (name, actual) => {
    const reason = services.get(name)?.retired;
    if (reason === undefined || known.has(name)) return undefined;
    known.add(name);
    return { level: 'info', ruleId: 'retired-service', reason, actual, expected: [] };
  };
}
