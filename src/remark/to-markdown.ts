import type { Link, Parents, TextData } from 'mdast';
import type { Handle, Info, Options, State } from 'mdast-util-to-markdown';
import { resolveHead } from '../core/resolve/resolve-head.js';
import type { Settings } from '../core/settings.js';
import { formatHead } from '../core/shorthand/format-head.js';
import { isHead } from '../core/shorthand/scan-head.js';
import { coreLink } from './core-link.js';
import { keepCodeOpen } from './open-code.js';
import type { ContactLinkLiteral } from './tree.js';

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    /** Whole shorthand: `[[skype:call a|label]]`. */
    contactLink: 'contactLink';
    /** A cell of a table, as mdast-util-gfm-table names it. */
    tableCell: 'tableCell';
  }
}

/** Make the extension for mdast-util-to-markdown. */
export function toMarkdownExtension(settings: Settings): Options {
  const link: Handle & { peek: Handle } = Object.assign(writeLink, { peek: peekLink });
  const contactLinkLiteral: Handle & { peek: Handle } = Object.assign(writeLiteral, {
    peek: () => '[',
  });
  return { handlers: { link, contactLinkLiteral } };

  function writeLink(
    node: Link,
    parent: Parents | undefined,
    state: State,
    info: Info,
  ): string {
    const head = headOf(node, settings);
    if (head === undefined) return coreLink(node, parent, state, info);
    const inTable = state.stack.includes('tableCell');
    const exit = state.enter('contactLink');
    const tracker = state.createTracker(info);
    let value = tracker.move('[[');
    // In a table a bar ends the cell, even one in quotes.
    value += tracker.move(inTable ? head.replace(/\|/g, '\\|') : head);
    const bar = inTable ? '\\|' : '|';
    const label = defaultLabelOf(node);
    if (label?.written !== undefined) value += tracker.move(bar + label.written);
    if (!label) {
      value += tracker.move(bar);
      const exitLabel = state.enter('label');
      value += tracker.move(
        state.containerPhrasing(node, {
          ...tracker.current(),
          before: '|',
          after: ']',
        }),
      );
      exitLabel();
    }
    value += tracker.move(']]');
    exit();
    return value;
  }

  function peekLink(
    node: Link,
    parent: Parents | undefined,
    state: State,
    info: Info,
  ): string {
    return headOf(node, settings) === undefined
      ? coreLink.peek(node, parent, state, info)
      : '[';
  }
}

function writeLiteral(
  { value }: ContactLinkLiteral,
  parent: Parents | undefined,
  state: State,
): string {
  keepCodeOpen(value, parent, state);
  return value;
}

/**
 * Get the head of a link's shorthand, if that still leads where the link does: a plugin may
 * have changed the URL, and a value that it has set may not fit into a head. A pasted link stays.
 */
function headOf(node: Link, settings: Settings): string | undefined {
  const contact = node.data?.contact;
  if (!contact || node.title) return undefined;
  return [contact.pasted, formatHead(contact)].find((head) => {
    if (head === undefined || !isHead(head, settings.names)) return false;
    const result = resolveHead(head, settings);
    return result.kind === 'link' && result.url === node.url;
  });
}

/** Get what is known of a default label; nothing where the author wrote the label. */
function defaultLabelOf({ children }: Link): TextData['contactLinkLabel'] {
  const [first] = children;
  return children.length === 1 && first?.type === 'text'
    ? first.data?.contactLinkLabel
    : undefined;
}
