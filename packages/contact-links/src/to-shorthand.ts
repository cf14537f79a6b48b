import { isDeepStrictEqual } from 'node:util';
import type { Link } from 'mdast';
import {
  formatHead,
  isHead,
  normalAddress,
  resolveAsWritten,
  type Service,
  type Settings,
} from 'remark-contact-links/core';
import { inCell, type Rewrite } from './edit.js';
import { type Form, rangeOf } from './find-links.js';

/** Why links of some forms stay what they are. */
const fixed: Readonly<Partial<Record<Form, string>>> = {
  definition: 'references have no shorthand',
  html: 'a shorthand is no HTML',
  jsx: 'a shorthand is no JSX',
};

/** Make what turns links and autolinks into shorthands of the same service. */
export function toShorthand(settings: Settings): Rewrite {
  return (link, source) => {
    const { contact, form, node } = link;
    if (form === 'shorthand' || node.type !== 'link') {
      const reason = fixed[form];
      return reason === undefined ? undefined : stays(reason);
    }
    if (node.title) return stays('a shorthand has no title');
    const head = formatHead(contact);
    if (!isHead(head, settings.names)) return stays('no shorthand can hold it');
    const other = resolveAsWritten(head, settings);
    if (other.kind === 'problem') return stays(other.reason);
    const parts = partsOf(node.url, other.service);
    if (!isDeepStrictEqual(partsOf(other.url, other.service), parts)) {
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

/** The label as it is written. */
function labelOf(node: Link, source: string): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  if (!first || !last) return '';
  return source.slice(rangeOf(first).start, rangeOf(last).end);
}

/** The parts of a Skype URI, in the form in which those that do the same are equal. */
function partsOf(uri: string, service: Service) {
  const [, scheme = '', people = '', query = ''] =
    /^([^:]*):(?:\/\/)?([^?]*)\??(.*)$/.exec(uri.trim()) ?? [];
  const fields = new Set(query.split('&').filter(Boolean).map(decode));
  // It calls, and says no more.
  if (scheme.toLowerCase() === 'callto' && fields.size === 0) fields.add('call');
  const named = people.split(';').filter(Boolean).map(decode);
  // Phone numbers are the same with separators and without.
  return { people: named.map((person) => normalAddress(service, person)), fields };
}

function decode(component: string): string {
  try {
    return decodeURIComponent(component).toLowerCase();
  } catch {
    return component.toLowerCase();
  }
}
