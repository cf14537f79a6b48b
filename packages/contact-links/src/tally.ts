import { messageSource, type Settings } from 'remark-contact-links/core';
import type { VFileMessage } from 'vfile-message';
import { addressKey, addressOf } from './address-key.js';
import { withCommas } from './counted.js';
import type { SourceLink } from './find-links.js';
import type { PlainFinding } from './plain-links/index.js';

/** The counts of a service. */
interface Row {
  /** Links, right and wrong. */
  links: number;
  people: Set<string>;
  wrong: number;
  /** Links to it, where it has closed. */
  gone: number;
}

/** Links and findings of a document, before comments silence any of them. */
export interface Found {
  links: ReadonlyArray<SourceLink>;
  plain: ReadonlyArray<PlainFinding>;
  /** Messages of the plugin. */
  messages: ReadonlyArray<VFileMessage>;
}

const columns = ['links', 'people', 'wrong', 'gone'] as const;

/** Counts contact links by service. */
export class Tally {
  /** Rows by the title of the service. */
  readonly #rows = new Map<string, Row>();

  /** Count what is in a document. */
  add({ links, messages, plain }: Found, settings: Settings): void {
    const starts = new Set(links.map(({ start }) => start));
    for (const { contact } of links) {
      const service = settings.services.get(contact.service);
      const row = this.#rowOf(service?.title);
      row.links++;
      if (service?.retired !== undefined) row.gone++;
      for (const target of contact.targets) {
        const address = addressOf(target, contact.service, settings);
        row.people.add(addressKey(contact.service, address, settings) ?? address);
      }
    }
    for (const { gone, service = '', start } of plain) {
      const row = this.#rowOf(gone ?? settings.services.get(service)?.title);
      // A link that can be read was counted above.
      if (!starts.has(start)) row.links++;
      if (gone === undefined) row.wrong++;
      else row.gone++;
    }
    for (const { actual = '', place, source } of messages) {
      const [, name = ''] = /^\[\[([^:]*):/.exec(actual) ?? [];
      const title = settings.names.get(name.toLowerCase())?.title;
      const start = place && 'start' in place ? place.start.offset : undefined;
      // A message about a shorthand that is a link is advice, and was counted above.
      if (source !== messageSource || title === undefined) continue;
      if (start !== undefined && starts.has(start)) continue;
      const row = this.#rowOf(title);
      row.links++;
      row.wrong++;
    }
  }

  /**
   * Get the counts as a table, the most links first, and start again.
   *
   * @returns
   *   The lines of the table; none if no link was counted.
   */
  take(): Array<string> {
    const rows = [...this.#rows]
      .sort(([, left], [, right]) => right.links - left.links)
      .map(([title, { people, ...row }]) => {
        const counts = { ...row, people: people.size };
        return [title, ...columns.map((name) => withCommas(counts[name]))];
      });
    this.#rows.clear();
    if (rows.length === 0) return [];
    const all = [['service', ...columns], ...rows];
    const widths = all[0]?.map((_, column) =>
      Math.max(...all.map((row) => row[column]?.length ?? 0)),
    );
    return all.map((row) =>
      row
        .map((cell, column) =>
          column === 0
            ? cell.padEnd(widths?.[column] ?? 0)
            : cell.padStart(widths?.[column] ?? 0),
        )
        .join('  '),
    );
  }

  #rowOf(title = 'Others'): Row {
    const row = this.#rows.get(title) ?? {
      links: 0,
      people: new Set<string>(),
      wrong: 0,
      gone: 0,
    };
    this.#rows.set(title, row);
    return row;
  }
}
