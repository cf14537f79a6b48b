import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from '../features/places.js';
import type { Fix } from '../page/page.js';
import type { Session } from '../session.js';

/** Changes of some files, by their normal URIs. */
export type FileEdits = ReadonlyMap<string, ReadonlyArray<Fix>>;

/** The parts of an edit that a client can take. */
export interface EditAbilities {
  hasDocumentChanges: boolean;
  hasCreate: boolean;
}

/**
 * Write changes as an edit of the client's workspace.
 *
 * @param created
 *   Files to create, with their text. Default: none.
 */
export function workspaceEdit(
  edits: FileEdits,
  session: Session,
  { hasDocumentChanges }: EditAbilities,
  created: ReadonlyMap<string, string> = new Map(),
): WorkspaceEdit {
  const all = [...edits].map(([uri, fixes]) => {
    const { document, version } = documentAt(uri, session);
    const changes: Array<TextEdit> = fixes.map(({ range, text }) => ({
      range: toRange(document, range),
      newText: text,
    }));
    return { uri: session.clientUri(uri), version, changes };
  });
  if (!hasDocumentChanges) {
    return {
      changes: Object.fromEntries(all.map(({ changes, uri }) => [uri, changes])),
    };
  }
  const documentChanges: Array<TextDocumentEdit> = all.map(
    ({ changes, uri, version }) => ({
      textDocument: { uri, version },
      edits: changes,
    }),
  );
  const start = { line: 0, character: 0 };
  const files = [...created].flatMap(([uri, newText]) => [
    { kind: 'create' as const, uri, options: { ignoreIfExists: true } },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText }],
    },
  ]);
  return { documentChanges: [...files, ...documentChanges] };
}

/** Get a file as it is in the editor, or else on the disk. */
export function documentAt(
  uri: string,
  session: Session,
): { document: TextDocument; version: number | null } {
  const open = session.document(uri);
  if (open) return { document: open, version: open.version };
  const text = session.host.read(uri) ?? '';
  return { document: TextDocument.create(uri, 'plaintext', 0, text), version: null };
}
