import {
  type DocumentLink,
  type InlayHint,
  InlayHintKind,
  type Range,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Page } from '../page/page.js';
import { meet } from '../page/ranges.js';
import { toOffsets, toRange } from './places.js';

/** List the links of a page, to be opened. */
export function documentLinks(page: Page, document: TextDocument): Array<DocumentLink> {
  return page.shorthands.flatMap(({ link, range }) =>
    link
      ? [{ range: toRange(document, range), target: link.url, tooltip: link.label }]
      : [],
  );
}

/** List the default labels of shorthands that are written without a label. */
export function inlayHints(
  page: Page,
  document: TextDocument,
  shown: Range,
): Array<InlayHint> {
  const offsets = toOffsets(document, shown);
  return page.shorthands.flatMap(({ head, label, link, range }) =>
    link && !label && meet(range, offsets)
      ? [
          {
            position: document.positionAt(head.end),
            label: link.label,
            kind: InlayHintKind.Type,
            tooltip: 'The default label of this link',
            paddingLeft: true,
          },
        ]
      : [],
  );
}
