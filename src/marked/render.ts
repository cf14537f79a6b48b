import type { Parser, Tokens } from 'marked';
import type { Notes } from './notes.js';

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/**
 * Make a token for text that is not Markdown. A token `text` would not do: marked leaves
 * character references in it, and adds the text that follows to it.
 */
export function literal(text: string): Tokens.Generic {
  return { type: 'escape', raw: text, text: escapeHtml(text), escaped: true };
}

/**
 * Render a link that needs more than marked writes.
 *
 * @returns
 *   HTML; `false` where marked, or another renderer of links, is to write it.
 */
export function renderLink(
  token: Tokens.Link,
  notes: Notes,
  parser: Parser,
): string | false {
  const attributes = notes.links.get(token)?.attributes;
  if (!attributes || Object.keys(attributes).length === 0) return false;
  const own = token.title ? { title: token.title } : {};
  const all = Object.entries({ href: token.href, ...own, ...attributes, ...own })
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');
  return `<a${all}>${parser.parseInline(token.tokens)}</a>`;
}
