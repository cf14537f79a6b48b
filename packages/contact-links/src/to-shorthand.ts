import type { Link } from 'mdast';
import {
  formatHead,
  isHead,
  normalAddress,
  readUri,
  resolveAsWritten,
  type Settings,
} from 'remark-contact-links/core';
import { inCell, type Rewrite } from './edit.js';
import { type Form, rangeOf } from './find-links.js';

/** Why links of some forms cannot become shorthands. */
const withoutShorthand: Readonly<Partial<Record<Form, string>>> = {
  definition: 'references have no shorthand',
  html: 'it is HTML',
  jsx: 'it is JSX',
};

/**
 * Make a function that turns links and autolinks into shorthands of the same service.
 *
 * @param settings
 *   Options of the plugin, resolved.
 * @returns
 *   Function that takes a link and its document.
 */
export function toShorthand(settings: Settings): Rewrite {
  return (link, source) => {
    const { contact, form, node } = link;
    if (!contact || form === 'shorthand' || node.type !== 'link') {
      const reason = withoutShorthand[form];
      return reason === undefined ? undefined : stays(reason);
    }
    const fixed = link.fixed ?? link.unsaid;
    if (fixed !== undefined) return stays(fixed);
    if (node.title) return stays('a shorthand has no title');
    const head = formatHead(contact);
    if (!isHead(head, settings.names)) return stays('no shorthand can hold it');
    const other = resolveAsWritten(head, settings);
    if (other.kind === 'problem') return stays(other.reason);
    if (!saysTheSame(other.url, node.url, settings)) {
      return stays(`its shorthand would be a link to ${other.url}`);
    }
    const [label] = node.children;
    const dropsLabel =
      form === 'autolink' ||
      (node.children.length === 1 &&
        label?.type === 'text' &&
        label.value === other.label);
    const rest = dropsLabel ? '' : (link.inTable ? '\\|' : '|') + labelOf(node, source);
    const text = `[[${inCell(head, link)}${rest}]]`;
    const { end, start } = link;
    const edit = { start, end, link, text, url: other.url };
    return dropsLabel ? { ...edit, label: 'default' } : edit;
  };
}

function stays(reason: string) {
  return { reason: `No shorthand for this link: ${reason}` };
}

/** Get the label as it is written. */
function labelOf(node: Link, source: string): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (!first || !last) return '';
  return source.slice(rangeOf(first).start, rangeOf(last).end);
}

/**
 * Whether a URI says everything that another says: as its service reads the two, and in the
 * fields of the query, as a service may not read all of these.
 */
function saysTheSame(uri: string, written: string, settings: Settings): boolean {
  const fields = fieldsOf(uri);
  return (
    reading(uri, settings) === reading(written, settings) &&
    [...fieldsOf(written)].every((field) => fields.has(field))
  );
}

/** Write what a URI says, in a form in which URIs that do the same are equal. */
function reading(uri: string, settings: Settings): string {
  const answer = readUri(uri, settings);
  if (answer.kind !== 'read') return JSON.stringify(answer);
  const { contact } = answer;
  const service = settings.services.get(contact.service);
  // Phone numbers, for one, are the same with separators and without.
  const targets = contact.targets.map((target) =>
    service ? normalAddress(service, target) : target,
  );
  // Fields of a query may come in any order.
  const parameters = Object.entries(contact.parameters).sort();
  return JSON.stringify([contact.service, contact.action, targets, parameters]);
}

/** Get the fields of a query, whose order and case do not count. */
function fieldsOf(uri: string): Set<string> {
  const [, query = ''] = /\?(.*)$/s.exec(uri.trim()) ?? [];
  return new Set(query.split('&').filter(Boolean).map(decode));
}

function decode(component: string): string {
  try {
    return decodeURIComponent(component).toLowerCase();
  } catch {
    return component.toLowerCase();
  }
}
