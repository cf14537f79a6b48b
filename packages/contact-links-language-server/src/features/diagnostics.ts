import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Issue, Level } from '../page/page.js';
import { toRange } from './places.js';

const severities: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Make a diagnostic of an issue. */
export function toDiagnostic(issue: Issue, document: TextDocument): Diagnostic {
  const { isRetired, level, range, reason, ruleId, source, url } = issue;
  return {
    range: toRange(document, range),
    severity: severities[level],
    code: ruleId,
    codeDescription: { href: url },
    source,
    message: reason,
    ...(isRetired ? { tags: [DiagnosticTag.Deprecated] } : {}),
  };
}
