import type { Range as Offsets } from 'remark-contact-links/core';
import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Turn offsets in a document into lines and characters. */
export function toRange(document: TextDocument, { end, start }: Offsets): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Turn lines and characters into offsets in a document. */
export function toOffsets(document: TextDocument, { end, start }: Range): Offsets {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
