import type { Service } from '../../services/service.js';
import { type Problem, problem, quote } from '../findings/problem.js';
import { own } from '../own.js';
import { readersOf, readUri } from '../redirect/read-uri.js';
import type { Settings } from '../settings.js';
import { formatHead } from '../shorthand/format-head.js';
import type { Piece, Pieces } from '../shorthand/split-head.js';

/** What the links in place of targets say. */
export interface Pasted {
  /** Whether there are any. Default: `false`. */
  readonly hasLink?: boolean;
  /** The action that they ask for. Default: none. */
  readonly linkAction?: string;
  /** What is wrong with the first one that cannot be used there. Default: nothing. */
  readonly fault?: Problem;
}

/**
 * Reads links that authors paste in place of targets. Readers of URIs bring this along, so that
 * an entry without readers does not load it.
 */
export interface PastedLinks {
  /**
   * Find the link at a place of a head that some service may read; `;` belongs to the link.
   *
   * @returns
   *   The link; nothing where there is none, or where the service of the head has no reader.
   */
  readonly linkAt: (
    head: string,
    place: number,
    service: Service,
    settings: Settings,
  ) => string | undefined;
  /**
   * Read the links that are in place of targets.
   *
   * @param pieces
   *   Pieces of the head, of which some are links; each is one target.
   * @returns
   *   The pieces with what the links say: targets and parameters with the range of their link.
   */
  readonly readPasted: (
    service: Service,
    pieces: Pieces,
    settings: Settings,
  ) => Pieces & Pasted;
}

/** The functions that every reader of URIs brings along. */
export const pastedLinks: PastedLinks = { linkAt, readPasted };

/** The start of a URI: its scheme and host. */
const start = /[a-z][a-z\d+.-]*:(?:\/\/[^\s;/?#]*)?/iy;
/** Everything up to white space, without `;` at its end. */
const toSpace = /[^\s;]+(?:;+[^\s;]+)*/y;

function linkAt(
  head: string,
  place: number,
  service: Service,
  { readers }: Settings,
): string | undefined {
  start.lastIndex = place;
  const [begin = ''] = start.exec(head) ?? [];
  if (begin === '' || readersOf(begin, readers).length === 0) return undefined;
  const isRead = [...readers.values()].some((each) =>
    each.some((reader) => reader.service === service.name),
  );
  if (!isRead) return undefined;
  toSpace.lastIndex = place;
  return toSpace.exec(head)?.[0];
}

function readPasted(
  service: Service,
  pieces: Pieces,
  settings: Settings,
): Pieces & Pasted {
  const word = pieces.word?.value.toLowerCase() ?? '';
  const named = own(service.actions, word) ? word : undefined;
  const targets: Array<Piece> = [];
  const parameters: Pieces['parameters'] = [];
  let linkAction: string | undefined;
  let fault: Problem | undefined;
  for (const target of pieces.targets) {
    const { end, start } = target;
    const answer = isLink(target, service, settings)
      ? readUri(target.value, settings)
      : undefined;
    if (answer?.kind !== 'read' || answer.contact.service !== service.name) {
      targets.push(target);
      if (answer) fault ??= faultOf(answer, target);
      continue;
    }
    const { action, parameters: values, targets: addresses } = answer.contact;
    targets.push(...addresses.map((value) => ({ value, start, end })));
    for (const [key, value = ''] of Object.entries(values)) {
      parameters.push({ key, value, start, end, overrun: false });
    }
    const before = named ?? linkAction;
    if (action !== null && before !== undefined && action !== before) {
      const reason = `This link says ${quote(action)}, not ${quote(before)}`;
      fault ??= problem('invalid-target', reason, target);
    }
    linkAction ??= action ?? undefined;
  }
  return {
    ...pieces,
    targets,
    parameters: [...parameters, ...pieces.parameters],
    hasLink: true,
    ...(linkAction === undefined ? {} : { linkAction }),
    ...(fault ? { fault } : {}),
  };

  /** Say why a link cannot be used there, and what to write. */
  function faultOf(
    answer: ReturnType<typeof readUri>,
    target: Piece,
  ): Problem | undefined {
    if (answer.kind === 'foreign') return undefined;
    const wrong = (reason: string, instead?: string): Problem =>
      problem('invalid-target', reason, target, instead);
    const name = answer.kind === 'read' ? answer.contact.service : answer.service;
    if (name !== service.name) {
      const { title } = settings.services.get(name) as Service;
      return {
        ...wrong(`This is a link for ${title}, not for ${service.title}`),
        otherHead: pieces.targets.length === 1 ? headOf(answer) : undefined,
      };
    }
    if (answer.kind === 'inexpressible') {
      return wrong(`This link has no shorthand, because ${answer.reason}`);
    }
    const { instead, reason } = answer as Extract<typeof answer, { kind: 'wrong' }>;
    return wrong(`This link is wrong: ${reason}`, instead);
  }

  /** Write the head for the service whose link it is, with all else that the author wrote. */
  function headOf(answer: ReturnType<typeof readUri>): string | undefined {
    const mended =
      answer.kind === 'wrong' && answer.instead !== undefined
        ? readUri(answer.instead, settings)
        : answer;
    // A head would lose the fields that were left out.
    if (mended.kind !== 'read' || mended.isPartial) return undefined;
    const { contact } = mended;
    const { actions } = settings.services.get(contact.service) as Service;
    if (named !== undefined && !own(actions, named)) return undefined;
    const values = new Map(Object.entries(contact.parameters));
    for (const { key, overrun, value } of pieces.parameters) {
      if (overrun || values.has(key)) return undefined;
      values.set(key, value);
    }
    const parameters = Object.fromEntries(values);
    return formatHead({ ...contact, action: named ?? contact.action, parameters });
  }
}

function isLink({ value }: Piece, service: Service, settings: Settings): boolean {
  return linkAt(value, 0, service, settings) !== undefined;
}
