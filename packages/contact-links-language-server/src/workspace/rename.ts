import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { toRange } from '../features/places.js';
import type { Fix } from '../page/page.js';
import type { Session } from '../session.js';
import { type EditAbilities, workspaceEdit } from './edits.js';
import { askedAt, entriesOf, mentionsOf } from './find-contacts.js';

/** Pattern of names in an address book. */
const name = /^[\w.-]+$/;

/** Say what would be renamed. */
export function prepareRename(
  params: TextDocumentPositionParams,
  session: Session,
): PrepareRenameResult | null {
  const asked = askedAt(params, session);
  if (!asked) return null;
  const { document, key, project, range } = asked;
  if (entriesOf(key, project, session).length === 0) return null;
  return { range: toRange(document, range), placeholder: key };
}

/**
 * Give a contact another name, in the address book and in all pages.
 *
 * @throws {ResponseError}
 *   When the name cannot be one, or somebody else has it.
 */
export async function rename(
  params: RenameParams,
  session: Session,
  token: CancellationToken,
  abilities: EditAbilities,
): Promise<WorkspaceEdit | null> {
  const asked = askedAt(params, session);
  if (!asked) return null;
  const { key, project } = asked;
  const newName = params.newName.replace(/^@/, '');
  if (!name.test(newName)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `\`${newName}\` cannot be a name in the address book: write letters, digits, \`.\`, \`-\` and \`_\``,
    );
  }
  const entries = entriesOf(key, project, session);
  if (entries.length === 0) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `\`${key}\` is in no address book that can be changed`,
    );
  }
  if (newName === key) return {};
  if (
    Object.hasOwn(project.settings.contacts, newName) ||
    entriesOf(newName, project, session).length > 0
  ) {
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `The address book has a \`${newName}\` already`,
    );
  }
  const edits = new Map<string, Array<Fix>>();
  const mentions = await mentionsOf(key, project, session, token);
  if (token.isCancellationRequested) {
    throw new ResponseError(
      LSPErrorCodes.RequestCancelled,
      'The request was cancelled',
    );
  }
  for (const { range, uri } of [...entries, ...mentions]) {
    edits.set(uri, [...(edits.get(uri) ?? []), { range, text: newName }]);
  }
  return workspaceEdit(edits, session, abilities);
}
