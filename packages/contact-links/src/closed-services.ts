import { goneServices } from 'remark-contact-links/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { counted } from './counted.js';
import type { FixableMessage } from './messages.js';

/** What services are called in text, where that is not their title; none where it is a word. */
const otherNames: Readonly<Record<string, ReadonlyArray<string>>> = {
  sfb: ['Skype for Business'],
  hangouts: ['Hangouts'],
  msn: ['MSN Messenger', 'Windows Live Messenger'],
  aim: [],
  hipchat: ['HipChat'],
  slack: [],
  line: [],
};

/** What finds a service in text, in components and in the addresses of images, by its title. */
const patterns = new Map(
  goneServices.flatMap(({ name, title }) => {
    const names = (otherNames[name] ?? [title]).flatMap((each) => [
      each,
      each.toLowerCase(),
      each.toUpperCase(),
    ]);
    if (names.length === 0) return [];
    const any = names.join('|').replaceAll('.', '\\.');
    // The name of one begins with that of the other.
    const end = name === 'skype' ? '(?![a-z]| for Business)' : '(?![a-z])';
    return [[title, new RegExp(`(?<![A-Za-z])(?:${any})${end}`)] as const];
  }),
);

/** What a file has that says any of these. */
const anyName = new RegExp(
  [...patterns.values()].map(({ source }) => source).join('|'),
);

/** The service whose name alone says that there is something to do: it is one of the package. */
const known = 'Skype';

/** Counts what there is of services that are gone, for one sentence about each. */
export class ClosedServices {
  /** Lines that name a service, and of which nothing else is said, by its title. */
  readonly #lines = new Map<string, number>();
  /** The links that are reported, by the title of their service. */
  readonly #links = new Map<string, { reason: string; links: number; files: number }>();

  /** Whether a file may name one. */
  mayName(ascii: string): boolean {
    return anyName.test(ascii);
  }

  /**
   * Count the lines of a file that name services.
   *
   * @param ascii
   *   Its text, with whatever in place of what is not ASCII.
   */
  countLines({ messages }: VFile, ascii: string): void {
    // What could not be worked on may have links to them.
    if (messages.some(({ actual, fatal }) => fatal && actual === undefined)) return;
    const told = new Set(messages.flatMap(linesOf));
    const lines = ascii.split(/\r\n|\r|\n/).filter((_, index) => !told.has(index + 1));
    for (const [title, pattern] of patterns) {
      const found = lines.filter((line) => pattern.test(line));
      if (found.length === 0) continue;
      this.#lines.set(title, (this.#lines.get(title) ?? 0) + found.length);
    }
  }

  /** Count the links of a file that are reported. */
  countLinks({ messages }: VFile): void {
    const titles = new Set<string>();
    for (const message of messages) {
      const { gone: title, reason }: FixableMessage = message;
      if (title === undefined) continue;
      const entry = this.#links.get(title) ?? { reason, links: 0, files: 0 };
      entry.links++;
      if (!titles.has(title)) entry.files++;
      titles.add(title);
      this.#links.set(title, entry);
    }
  }

  /** Say of each service how many links there are to it, and where else it is named. */
  summary(): Array<string> {
    const titles = [...new Set([...this.#links.keys(), known])];
    return titles.flatMap((title) => {
      const entry = this.#links.get(title);
      const lines = this.#lines.get(title) ?? 0;
      return [
        // One link says that itself.
        ...(entry && entry.links > 1
          ? [
              `${entry.reason}: ${counted(entry.links, 'link')} in ${counted(entry.files, 'file')}`,
            ]
          : []),
        ...(lines > 0
          ? [
              `Still mentions ${title} in ${counted(lines, entry ? 'other line' : 'line')}`,
            ]
          : []),
      ];
    });
  }
}

/** The lines that a message is about. */
function linesOf({ line, place }: VFileMessage): Array<number> {
  const first = line ?? 0;
  const last = place && 'end' in place ? place.end.line : first;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
