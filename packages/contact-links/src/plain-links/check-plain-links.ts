import type { Link, Root } from 'mdast';
import {
  type Contact,
  readGone,
  readUri,
  resolveSettings,
  type Settings,
} from 'remark-contact-links/core';
import type { Point } from 'unist';
import { location } from 'vfile-location';
import type { Range } from '../destinations.js';
import type { Edit } from '../edit.js';
import { findUrls, type UrlPlace } from '../find-urls.js';
import { writeAttribute } from '../to-service.js';
import { goneReason } from './gone-reason.js';
import { misspelledScheme } from './misspelled-scheme.js';
import { phoneFault } from './phone-numbers.js';
import type { Level, PlainRuleId, Rules } from './rules.js';
import { findTextLinks, isPlain } from './text-links.js';

/** A change that puts a link right. */
export type PlainEdit = Pick<Edit, 'start' | 'end' | 'text' | 'url'> & Partial<Edit>;

/** Something to report about a link that is not a shorthand. */
export interface PlainFinding extends Range {
  ruleId: PlainRuleId;
  level: Level;
  /** What is wrong, in words of the page. */
  reason: string;
  /** Lines and columns from 1, and offsets. */
  place: { start: Point; end: Point };
  /** Name of the link's service, or of the one that was meant: `tel`. Default: none. */
  service?: string | undefined;
  /** Title of the service that the link leads to, where that is gone. Default: it is not. */
  gone?: string;
  /** What to write, where it is sure what was meant; each change is complete. */
  edits: ReadonlyArray<PlainEdit>;
}

/** The configuration for plain links. */
export interface PlainOptions {
  /** Levels of rules. Default: each has its own. */
  rules?: Rules | undefined;
  /** Components of JSX whose `href` is a link. Default: none. */
  components?: ReadonlyArray<string> | undefined;
}

/** A finding without its place in lines. */
type Found = Omit<PlainFinding, 'level' | 'place'> & { level?: Level };

/**
 * Find out what is wrong with the links of a document that are not shorthands: links,
 * autolinks, URLs in text, definitions, raw HTML and JSX. Links of services that the settings
 * know as retired are left out: `findLinks` and `toService` say what they become.
 *
 * @param tree
 *   The document, as `Markdown` parses it; plugins must not have changed it.
 * @param text
 *   Its source, without a byte order mark.
 * @param settings
 *   Options of the plugin, resolved.
 * @param options
 *   Levels of rules, and components. Default: each rule has its own level; no components.
 * @returns
 *   Findings, in the order of the document.
 */
export function checkPlainLinks(
  tree: Root,
  text: string,
  settings: Settings,
  { components = [], rules }: PlainOptions = {},
): Array<PlainFinding> {
  return judgeLinks(findUrls(tree, text, components), tree, text, settings, rules);
}

/**
 * Find out what is wrong with the links of a document, and with text that was meant as a link.
 *
 * @param urls
 *   All links of the document.
 */
export function judgeLinks(
  urls: ReadonlyArray<UrlPlace>,
  tree: Root,
  text: string,
  settings: Settings,
  rules: Rules = {},
): Array<PlainFinding> {
  const { toPoint } = location(text);
  const found = [
    ...urls.flatMap((link) => judge(link, text, settings)),
    ...findTextLinks(tree, text, settings).map(judgeText),
  ];
  return found
    .flatMap(({ level = 'warning', ...finding }): Array<PlainFinding> => {
      const set = rules[finding.ruleId] ?? level;
      const start = toPoint(finding.start);
      const end = toPoint(finding.end);
      return set === 'off' || !start || !end
        ? []
        : [{ ...finding, level: set, place: { start, end } }];
    })
    .sort((one, other) => one.start - other.start);
}

const usual = resolveSettings();

/** Whether the site has turned off the service of a link, and so takes care of it itself. */
function isLeftOut(url: string, { services }: Settings): boolean {
  const answer = readUri(url, usual);
  return answer.kind !== 'foreign' && !services.has(serviceOf(answer));
}

/** Judge one link. */
function judge(link: UrlPlace, text: string, settings: Settings): Array<Found> {
  const { end, form, start, url } = link;
  // An address in text was not written as a link.
  const isAddress = form === 'bare' && !text.startsWith(url ?? '', start);
  if (form === 'shorthand') return judgeShorthand(link);
  if (url === undefined || isAddress) return [];
  const answer = readUri(url, settings);
  const service = answer.kind === 'foreign' ? undefined : serviceOf(answer);
  if (service && settings.services.get(service)?.retired !== undefined) return [];
  const gone = readGone(url);
  if (gone && service === undefined && isLeftOut(url, settings)) return [];
  if (gone) {
    const reason = goneReason(gone);
    const { level, title } = gone;
    return [
      { start, end, ruleId: 'retired-service', level, reason, gone: title, edits: [] },
    ];
  }
  const better = misspelledScheme(url, settings);
  if (better) {
    const reason = `\`${better.written}\` is not a scheme; write \`${better.meant}\``;
    const edits = editsFor(link, better.url, text);
    const meant = readUri(better.url, settings);
    const of = meant.kind === 'foreign' ? undefined : serviceOf(meant);
    return [{ start, end, ruleId: 'misspelled-scheme', service: of, reason, edits }];
  }
  if (answer.kind === 'wrong') {
    const { instead } = answer;
    const edits = instead === undefined ? [] : editsFor(link, instead, text);
    const write = edits.length > 0 ? `; write \`${instead}\`` : '';
    const reason = `Invalid ${service} link: ${answer.reason}${write}`;
    return [{ start, end, ruleId: 'invalid-link', service, reason, edits }];
  }
  return answer.kind === 'read' ? judgePhone(link, answer.contact) : [];
}

/** The plugin has judged all of a shorthand but how long a number is in its country. */
function judgeShorthand(link: UrlPlace): Array<Found> {
  const { contact } = (link.node as Link).data ?? {};
  return contact ? judgePhone(link, contact) : [];
}

function judgePhone({ end, start }: Range, contact: Contact): Array<Found> {
  const fault = phoneFault(contact);
  if (fault === undefined) return [];
  const { service } = contact;
  const reason = `Invalid ${service} link: ${fault}`;
  return [{ start, end, ruleId: 'invalid-link', service, reason, edits: [] }];
}

function serviceOf(
  answer: Exclude<ReturnType<typeof readUri>, { kind: 'foreign' }>,
): string {
  return answer.kind === 'read' ? answer.contact.service : answer.service;
}

/** Change a link to the URL that was meant, if that can be written as the author wrote the link. */
function editsFor(link: UrlPlace, url: string, text: string): Array<PlainEdit> {
  const { fixed, form, target } = link;
  if (fixed !== undefined || form === 'bare') return [];
  if (form === 'html' || form === 'jsx') {
    return [{ ...target, link, url, text: writeAttribute(link, { url }, text) }];
  }
  const isAsWritten = text.slice(target.start, target.end) === link.url;
  return isAsWritten && isPlain(url) ? [{ ...target, link, url, text: url }] : [];
}

function judgeText({
  end,
  service,
  start,
  target,
  url,
}: ReturnType<typeof findTextLinks>[number]): Found {
  const write = url === undefined ? '' : `; write \`${url}\``;
  return {
    start,
    end,
    ruleId: 'not-a-link',
    service,
    reason: `This is text and not a link: its address has spaces${write}`,
    edits: url === undefined ? [] : [{ ...target, text: url, url }],
  };
}
