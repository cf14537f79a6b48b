import { goneServices } from 'remark-contact-links/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { counted } from './counted.js';
import type { FixableMessage } from './messages.js';

/** Names of services in text, where these are not their titles; none where they are words. */
const otherNames: Readonly<Record<string, ReadonlyArray<string>>> = {
  sfb: ['Skype for Business'],
  hangouts: ['Hangouts'],
  msn: ['MSN Messenger', 'Windows Live Messenger'],
  aim: [],
  hipchat: ['HipChat'],
  slack: [],
  line: [],
};

/** Patterns that find a service in text, in components and in addresses of images, by its title. */
const patterns = new Map(
  goneServices.flatMap(({ name, title }) => {
    const names = (otherNames[name] ?? [title]).flatMap((each) => [
      each,
      each.toLowerCase(),
      each.toUpperCase(),
    ]);
    if (names.length === 0) return [];
    const any = names.join('|').replaceAll('.', '\\.');
    // `Skype for Business` begins with `Skype`, and is another service.
    const end = name === 'skype' ? '(?![a-z]| for Business)' : '(?![a-z])';
    return [[title, new RegExp(`(?<![A-Za-z])(?:${any})${end}`)] as const];
  }),
);

/** A pattern that any of these names matches. */
const anyName = new RegExp(
  [...patterns.values()].map(({ source }) => source).join('|'),
);

/** A service of the package: where a page names it, there is something to do without a link. */
const known = 'Skype';

/** Counts links to services that are gone and lines that name them, for a summary. */
export class ClosedServices {
  /** Lines without a message that name a service, by its title. */
  readonly #lines = new Map<string, number>();
  /** Reported links, by the title of their service. */
  readonly #links = new Map<string, { reason: string; links: number; files: number }>();

  /** Whether a file may name a service that is gone. */
  mayName(ascii: string): boolean {
    return anyName.test(ascii);
  }

  /**
   * Count the lines of a file that name services.
   *
   * @param ascii
   *   The text of the file, with anything in place of what is not ASCII.
   */
  countLines({ messages }: VFile, ascii: string): void {
    // A file that could not be processed may have links in these lines.
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

  /** Say for each service how many links lead to it, and how many other lines name it. */
  summary(): Array<string> {
    const titles = [...new Set([...this.#links.keys(), known])];
    return titles.flatMap((title) => {
      const entry = this.#links.get(title);
      const lines = this.#lines.get(title) ?? 0;
      return [
        // The message of a single link says the same.
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

/** Get the lines that a message is about. */
function linesOf({ line, place }: VFileMessage): Array<number> {
  const first = line ?? 0;
  const last = place && 'end' in place ? place.end.line : first;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
