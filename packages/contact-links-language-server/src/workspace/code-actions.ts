import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { allFixes, type Proposal, proposalsAt } from '../features/code-actions.js';
import { toDiagnostic } from '../features/diagnostics.js';
import { toOffsets } from '../features/places.js';
import type { OpenPage } from '../page/open-page.js';
import type { Fix } from '../page/page.js';
import { additionTo, newBook } from '../projects/contact-entries.js';
import type { Project } from '../projects/projects.js';
import type { Session } from '../session.js';
import { type EditAbilities, workspaceEdit } from './edits.js';

/** The kind of the action that makes all fixes of which it is sure what was meant. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.contactLinks`;

/** An open page. */
interface Opened {
  document: TextDocument;
  page: OpenPage;
  project: Project;
}

/** List the code actions at the place that a client asks about. */
export function codeActions(
  { document, page, project }: Opened,
  { context, range }: Pick<CodeActionParams, 'context' | 'range'>,
  session: Session,
  abilities: EditAbilities,
): Array<CodeAction> {
  const isWanted = (kind: string): boolean =>
    context.only?.some((each) => kind === each || kind.startsWith(`${each}.`)) ?? true;
  const uri = session.host.normalUri(document.uri);
  const found: Array<CodeAction> = [];
  if (isWanted(CodeActionKind.QuickFix) || isWanted(CodeActionKind.RefactorRewrite)) {
    const place = toOffsets(document, range);
    for (const proposal of proposalsAt(page.page, page.rewrites, place, project)) {
      const edit = editOf(proposal);
      if (!edit || !isWanted(proposal.kind)) continue;
      const { isPreferred, issue, kind, title } = proposal;
      found.push({
        title,
        kind,
        edit,
        ...(issue ? { diagnostics: [toDiagnostic(issue, document)] } : {}),
        ...(isPreferred ? { isPreferred } : {}),
      });
    }
  }
  const fixes = context.only && isWanted(fixAllKind) ? allFixes(page.page) : [];
  if (fixes.length > 0) {
    found.push({
      title: 'Fix all contact links',
      kind: fixAllKind,
      edit: workspaceEdit(new Map([[uri, fixes]]), session, abilities),
    });
  }
  return found;

  function editOf({ entry, fixes }: Proposal) {
    const edits = new Map<string, ReadonlyArray<Fix>>();
    if (fixes.length > 0) edits.set(uri, fixes);
    if (!entry) return workspaceEdit(edits, session, abilities);
    const book = session.bookOf(project);
    const text = session.host.read(book.uri);
    if (text === undefined) {
      if (!abilities.hasCreate || !abilities.hasDocumentChanges) return undefined;
      const created = new Map([[book.uri, newBook(book.path, entry)]]);
      return workspaceEdit(edits, session, abilities, created);
    }
    const additions = additionTo(text, book.path, entry);
    if (!additions) return undefined;
    edits.set(book.uri, additions);
    return workspaceEdit(edits, session, abilities);
  }
}
