import type { Settings } from '../settings.js';
import { editsOf, expectedOf, fixOf } from './edits.js';
import type { DocumentEdit, Finding } from './finding.js';
import { wholeOf } from './problem.js';
import { messageSource, type RuleId, ruleUrl } from './rules.js';

/** A message, in engines that have no messages of their own. */
export interface Message {
  /** What is wrong and what to do. */
  reason: string;
  ruleId: RuleId;
  /** An error is a wrong shorthand with `invalid: 'error'`. */
  level: 'error' | 'warning' | 'info';
  /** `remark-contact-links`. */
  source: string;
  /** The text that it is about. */
  actual: string;
  /** Texts to write in its place, best first. */
  expected: Array<string>;
  /**
   * Changes of the document, best first, where more or less than `actual` has to change.
   * Missing where there are none, or the engine does not know the place.
   */
  edits?: Array<DocumentEdit>;
  /**
   * The change of the document that puts it right. Missing where it is not sure what was
   * meant, or the engine does not know the place.
   */
  fix?: DocumentEdit;
  /** The section of the documentation that explains the rule. */
  url: string;
  /** Line of the text, from 1; nothing where the engine does not know. */
  line?: number | undefined;
  /** Column of the text, from 1, in UTF-16 code units. */
  column?: number | undefined;
}

/** The level at which a finding is reported; nothing when it is not. */
export function levelOf(
  { kind }: Finding,
  { invalid, retired }: Settings,
): Message['level'] | undefined {
  if (kind === 'info') return retired === 'ignore' ? undefined : 'info';
  if (kind === 'near-miss') return 'warning';
  if (invalid === 'ignore') return undefined;
  return kind === 'invalid' && invalid === 'error' ? 'error' : 'warning';
}

/**
 * Make a message of a finding; nothing when the settings turn it off.
 *
 * @param place
 *   Line and column of the finding, as far as the engine knows.
 * @param start
 *   Offset of the finding in the document. Default: the engine does not know.
 */
export function toMessage(
  finding: Finding,
  settings: Settings,
  place: Pick<Message, 'line' | 'column'>,
  start?: number | undefined,
): Message | undefined {
  const level = levelOf(finding, settings);
  const { actual, reason, ruleId } = finding;
  const edits = start === undefined ? [] : editsOf(finding, start);
  const fix = start === undefined ? undefined : fixOf(finding, start);
  return level
    ? {
        reason,
        ruleId,
        level,
        source: messageSource,
        actual,
        expected: expectedOf(finding),
        ...(edits.length > 0 ? { edits } : {}),
        ...(fix ? { fix } : {}),
        url: ruleUrl(ruleId),
        ...place,
      }
    : undefined;
}

/** An error, and where it is, as far as that is known. */
export interface PlacedError {
  reason: string;
  line?: number | undefined;
  column?: number | undefined;
}

/**
 * Write the reason of the one error that is thrown for all: many hosts show nothing but its
 * reason, so the place and the other errors have to be in there.
 *
 * @param errors
 *   In the order of the document; one or more.
 * @param path
 *   The file, where it is known.
 * @returns
 *   Something like `page.md:3:5: Unknown action …; 2 more errors at 7:1 and 9:1`.
 */
export function reasonOfErrors(
  errors: ReadonlyArray<PlacedError>,
  path?: string | undefined,
): string {
  const [first, ...others] = errors;
  const start = first && placeOf(first, path);
  const places = others.map((error) => placeOf(error)).filter(Boolean);
  const count = others.length === 1 ? '1 more error' : `${others.length} more errors`;
  const where =
    places.length > 0 ? ` at ${new Intl.ListFormat('en').format(places)}` : '';
  const rest = others.length > 0 ? `; ${count}${where}` : '';
  return `${start ? `${start}: ` : ''}${first?.reason}${rest}`;
}

function placeOf({ column, line }: PlacedError, path?: string | undefined): string {
  return [path, line, column].filter((part) => part !== undefined).join(':');
}

/**
 * Report messages, in an engine that has no channel for them.
 *
 * @param messages
 *   In the order of the document.
 * @param list
 *   Where the caller of the engine finds them.
 * @param onMessage
 *   The callback in the options.
 * @param path
 *   The file, where it is known.
 * @throws {Error}
 *   When there are errors, after all messages have been reported.
 */
export function reportMessages(
  messages: ReadonlyArray<Message>,
  list: Array<Message>,
  onMessage: ((message: Message) => void) | null | undefined,
  path: string | undefined,
): void {
  for (const message of messages) {
    list.push(message);
    onMessage?.(message);
  }
  const errors = messages.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(reasonOfErrors(errors, path));
}

/**
 * Make a function that finds the first link to each closed service of one document.
 *
 * @returns
 *   Function to call for each link, in their order, with the name of its service and its
 *   source. It gives a finding at the first link to each service that has closed.
 */
export function createRetirements({
  services,
}: Settings): (name: string, actual: string) => Finding | undefined {
  const known = new Set<string>();
  return (name, actual) => {
    const reason = services.get(name)?.retired;
    if (reason === undefined || known.has(name)) return undefined;
    known.add(name);
    return {
      kind: 'info',
      ruleId: 'retired-service',
      reason,
      actual,
      range: wholeOf(actual),
      suggestions: [],
    };
  };
}
