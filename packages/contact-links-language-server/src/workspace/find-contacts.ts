import { packageField, packageName } from 'contact-links/names';
import type { Range } from 'remark-contact-links/core';
import type {
  CancellationToken,
  Location,
  ReferenceParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allMentions, mentionAt } from '../features/contacts.js';
import { toRange } from '../features/places.js';
import { touches } from '../page/ranges.js';
import { entriesIn } from '../projects/contact-entries.js';
import { isJson, type Project } from '../projects/projects.js';
import type { Session } from '../session.js';
import { documentAt } from './edits.js';

/** A contact that a client asks about, and where. */
export interface Asked {
  key: string;
  /** The place of the name in the document. */
  range: Range;
  document: TextDocument;
  project: Project;
}

/** A place in a file, by its normal URI. */
export interface Found {
  uri: string;
  text: string;
  range: Range;
}

/** How long the search goes on before other requests get a turn, in milliseconds. */
const patience = 15;

/** Find the contact that a client asks about, in a page or in an address book. */
export function askedAt(
  { position, textDocument: { uri } }: TextDocumentPositionParams,
  session: Session,
): Asked | undefined {
  const opened = session.opened(uri);
  if (opened) {
    const { document, page, project } = opened;
    const mention = mentionAt(page.page, document.offsetAt(position), project.settings);
    return mention && { ...mention, document, project };
  }
  const normal = session.host.normalUri(uri);
  const document = session.document(normal);
  const file = session.configurationFile(normal);
  if (!document || !file) return undefined;
  const path = file.isBook ? [] : [...file.path, 'contacts'];
  const offset = document.offsetAt(position);
  const entry = entriesIn(document.getText(), path).find(({ range: { end, start } }) =>
    touches({ start: start - 1, end: end + 1 }, offset),
  );
  const project = session.projectOf(uri);
  return entry && { key: entry.key, range: entry.range, document, project };
}

/** Find where a contact is in the address books of a project. */
export function entriesOf(
  key: string,
  { book, configuration }: Project,
  session: Session,
): Array<Found> {
  const files: Array<{ uri: string; path: Array<string> }> = [];
  if (book !== undefined) files.push({ uri: book, path: [] });
  if (configuration !== undefined && isJson(configuration)) {
    const isPackage = configuration.endsWith(`/${packageName}`);
    const path = isPackage ? [packageField, 'contacts'] : ['contacts'];
    files.push({ uri: configuration, path });
  }
  return files.flatMap(({ path, uri }) => {
    const text = session.host.read(uri) ?? '';
    return entriesIn(text, path)
      .filter((entry) => entry.key === key)
      .map(({ range }) => ({ uri, text, range }));
  });
}

/** List the places of a contact in address books. */
export function definition(
  params: TextDocumentPositionParams,
  session: Session,
): Array<Location> | null {
  const asked = askedAt(params, session);
  if (!asked) return null;
  return entriesOf(asked.key, asked.project, session).map((found) =>
    toLocation(found, session),
  );
}

/** List the places where pages name a contact. */
export async function references(
  params: ReferenceParams,
  session: Session,
  token: CancellationToken,
): Promise<Array<Location> | null> {
  const asked = askedAt(params, session);
  if (!asked) return null;
  const { key, project } = asked;
  const found = await mentionsOf(key, project, session, token);
  const entries = params.context.includeDeclaration
    ? entriesOf(key, project, session)
    : [];
  return [...entries, ...found].map((each) => toLocation(each, session));
}

/**
 * Find where pages name a contact, in all pages that use the same address book.
 *
 * @returns
 *   The places; none where the client no longer wants them.
 */
export async function mentionsOf(
  key: string,
  { book, configuration }: Project,
  session: Session,
  token: CancellationToken,
): Promise<Array<Found>> {
  const found: Array<Found> = [];
  const seen = new Set<string>();
  let last = Date.now();
  for (const uri of pagesOf(session)) {
    if (seen.has(uri)) continue;
    seen.add(uri);
    if (Date.now() - last > patience) {
      await new Promise((resume) => setTimeout(resume, 0));
      last = Date.now();
      if (token.isCancellationRequested) return [];
    }
    const read = session.pageOf(uri, `@${key}`);
    const isSame =
      read?.project.configuration === configuration && read?.project.book === book;
    if (!read || !isSame) continue;
    const { page, project, text } = read;
    for (const mention of allMentions(page, project.settings)) {
      if (mention.key === key) found.push({ uri, text, range: mention.range });
    }
  }
  return found;
}

/** List all pages; open ones come first, as they may be in no folder of the workspace. */
function* pagesOf(session: Session): Iterable<string> {
  yield* session.openPages();
  for (const folder of session.folders) yield* session.host.pagesIn(folder);
}

function toLocation({ range, uri }: Found, session: Session): Location {
  const { document } = documentAt(uri, session);
  return { uri: session.clientUri(uri), range: toRange(document, range) };
}
