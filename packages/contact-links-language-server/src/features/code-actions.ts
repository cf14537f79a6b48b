import { redirectingSettings, toService } from 'contact-links/links';
import {
  normalAddress,
  type Options,
  type Range,
  readHead,
  replace,
  resolveAsWritten,
  type Service,
  type Settings,
} from 'remark-contact-links/core';
import type { Rewrite } from '../host.js';
import type { Fix, Issue, Page, Shorthand } from '../page/page.js';
import { meet } from '../page/ranges.js';

/** A change that a page offers at a place. */
export interface Proposal {
  title: string;
  kind: 'quickfix' | 'refactor.rewrite';
  fixes: ReadonlyArray<Fix>;
  /** The issue that it puts right. Default: none. */
  issue?: Issue;
  isPreferred?: boolean;
  /** An entry that it adds to the address book. Default: none. */
  entry?: NewEntry;
}

/** Somebody to add to the address book. */
export interface NewEntry {
  key: string;
  /** Name of the service whose address is added. */
  service: string;
  /** The address; `null` where it is to be filled in. */
  address: string | null;
}

/** How many characters of a link a title shows. */
const longestTitle = 80;

/** List the changes that a page offers at a place. */
export function proposalsAt(
  page: Page,
  rewrites: ReadonlyArray<Rewrite>,
  place: Range,
  { options, settings }: { options: Options; settings: Settings },
): Array<Proposal> {
  const found: Array<Proposal> = [];
  for (const issue of page.issues) {
    if (meet(wholeOf(issue), place)) found.push(...quickFixes(issue));
  }
  for (const shorthand of page.shorthands) {
    if (!meet(shorthand.range, place)) continue;
    found.push(...replacements(shorthand, page, options));
    found.push(...newContacts(shorthand, page, settings));
  }
  for (const { range, text } of rewrites) {
    if (!meet(range, place)) continue;
    const title = `Make this link a shorthand: ${short(text)}`;
    found.push({ title, kind: 'refactor.rewrite', fixes: [{ range, text }] });
  }
  return found;
}

/**
 * Get the fixes of issues where it is sure what was meant, as `contact-links check --fix` makes
 * them; of fixes that overlap, the first one. To move links elsewhere is left to the author.
 */
export function allFixes({ issues }: Page): Array<Fix> {
  const fixes: Array<Fix> = [];
  let end = -1;
  const sure = issues.flatMap(({ fixes: [fix, ...others], isRetired }) =>
    fix && others.length === 0 && !fix.isGuess && !isRetired ? [fix] : [],
  );
  sure.sort((left, right) => left.range.start - right.range.start);
  for (const fix of sure) {
    if (fix.range.start < end) continue;
    fixes.push(fix);
    end = fix.range.end;
  }
  return fixes;
}

function quickFixes(issue: Issue): Array<Proposal> {
  return issue.fixes.map((fix, index) => ({
    title: `Write ${short(fix.text)}`,
    kind: 'quickfix',
    fixes: [fix],
    issue,
    isPreferred: index === 0,
  }));
}

function wholeOf({ fixes, range, start }: Issue): Range {
  const [fix] = fixes;
  const end = fix ? Math.max(range.end, fix.range.end) : range.end;
  return { start: Math.min(start, range.start), end };
}

/** Offer the shorthand of the service that replaces one that has closed. */
function replacements(
  { head, inTable, link, range, text }: Shorthand,
  page: Page,
  options: Options,
): Array<Proposal> {
  if (!link) return [];
  const { rewrite, settings } = replacerOf(options);
  const written = resolveAsWritten(text, settings);
  if (written.kind === 'problem') return [];
  const { contact } = written;
  const edit = rewrite(
    {
      ...head,
      form: 'shorthand',
      url: written.url,
      contact,
      target: head,
      // A shorthand is written from its contact alone.
      node: { type: 'link', url: written.url, children: [] },
      index: 0,
      inTable,
    },
    '',
  );
  if (!edit || !('text' in edit)) return [];
  const to = replace(contact, settings);
  const title = to?.kind === 'link' ? to.service.title : '';
  const issue = page.issues.find(
    (each) => each.start === range.start && each.isRetired,
  );
  return [
    {
      title: `Replace it by ${title}: ${short(`[[${edit.text}]]`)}`,
      kind: issue ? 'quickfix' : 'refactor.rewrite',
      fixes: [{ range: head, text: edit.text }],
      ...(issue ? { issue } : {}),
    },
  ];
}

/** Functions that replace links, by options: resolving these takes long. */
const replacers = new WeakMap<Options, { rewrite: Rewrites; settings: Settings }>();

type Rewrites = ReturnType<typeof toService>;

/** Get the function that moves links of closed services where the site says, or to Teams. */
function replacerOf(options: Options) {
  const known = replacers.get(options);
  if (known) return known;
  const settings = redirectingSettings(options, undefined);
  const replacer = { rewrite: toService(settings), settings };
  replacers.set(options, replacer);
  return replacer;
}

/** Offer to add the people of a shorthand to the address book, or to write their names there. */
function newContacts(
  { head, link, text }: Shorthand,
  page: Page,
  settings: Settings,
): Array<Proposal> {
  const read = readHead(text, settings);
  if (!read || read.hasLink) return [];
  const { service, targets } = read;
  return targets.flatMap(({ end, start, value }): Array<Proposal> => {
    const place = { start: head.start + start, end: head.start + end };
    const key = value.slice(1);
    const isKnown = Object.hasOwn(settings.contacts, key);
    if (value.startsWith('@') && (isKnown || !service.hasAtAddresses)) {
      if (!/^[\w.-]+$/.test(key) || settings.contacts[key]?.[service.name]) return [];
      const issue = page.issues.find(
        ({ range, ruleId }) => ruleId === 'unknown-contact' && meet(range, place),
      );
      return [
        {
          title: `Add \`${key}\` to the address book`,
          kind: 'quickfix',
          fixes: [],
          entry: { key, service: service.name, address: null },
          ...(issue ? { issue } : {}),
        },
      ];
    }
    // An address that makes no link would be refused in the address book, too.
    if (!link || value === '') return [];
    const known = keyOf(value, service, settings);
    const name = known ?? newKey(value, settings);
    return [
      {
        title:
          known === undefined
            ? `Add ${short(value)} to the address book, and write \`@${name}\``
            : `Write \`@${name}\`, from the address book`,
        kind: 'refactor.rewrite',
        fixes: [{ range: place, text: `@${name}` }],
        ...(known === undefined
          ? { entry: { key: name, service: service.name, address: value } }
          : {}),
      },
    ];
  });
}

/** Names by service and address: searching a large address book takes long. */
const names = new WeakMap<Settings, Map<string, Map<string, string>>>();

/** Find the name of somebody by an address. */
function keyOf(
  address: string,
  service: Service,
  settings: Settings,
): string | undefined {
  const known = names.get(settings) ?? new Map<string, Map<string, string>>();
  names.set(settings, known);
  let keys = known.get(service.name);
  if (!keys) {
    keys = new Map();
    for (const [key, entry] of Object.entries(settings.contacts)) {
      const given = entry[service.name];
      if (given !== undefined) keys.set(normalAddress(service, given), key);
    }
    known.set(service.name, keys);
  }
  return keys.get(normalAddress(service, address));
}

/** Make a name for somebody who is not in the address book. */
function newKey(address: string, { contacts }: Settings): string {
  const [local = ''] = address.replace(/^\w+:/, '').split('@');
  const plain = local.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'contact';
  let key = plain;
  for (let number = 2; Object.hasOwn(contacts, key); number++)
    key = `${plain}-${number}`;
  return key;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const shown =
    line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line;
  return `\`${shown}\``;
}
