/**
 * Characters that act on a terminal, or hide or reorder the text beside them: control
 * characters, line separators, bidirectional controls, tags, and surrogates without a partner.
 * Tabs and line endings are not among them.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const hidden =
  /(?![\t\n\r])\p{Cc}|\r(?!\n)|[\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}\p{Cs}]/gu;

/**
 * Show lines of text that somebody else wrote, with escapes in place of hidden characters.
 *
 * @param text
 *   The lines.
 * @returns
 *   The text, with its tabs and line endings.
 */
export function printableLines(text: string): string {
  return text.replace(hidden, escapeUnits);
}

/**
 * Show a text that somebody else wrote, such as a path, in one line.
 *
 * @param text
 *   The text.
 * @returns
 *   The text, with escapes in place of line endings and hidden characters.
 */
export function printable(text: string): string {
  return printableLines(text).replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}

/** Escape as JSON does, so that JSON stays the same JSON. */
function escapeUnits(found: string): string {
  return Array.from({ length: found.length }, (_, index) => {
    const unit = found.charCodeAt(index).toString(16).toUpperCase();
    return `\\u${unit.padStart(4, '0')}`;
  }).join('');
}

/**
 * Escape what a CI service would run as a command: `::error::` at the beginning of a line,
 * after white space too, and `##[error]` or `##vso[…]` anywhere.
 *
 * @param text
 *   The lines.
 * @returns
 *   The text, with an escape in each command.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * @see https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
export function withoutCommands(text: string): string {
  return text
    .replace(/^([^\S\n\r]*)::/gm, '$1\\u003A:')
    .replace(/##(?=\[|vso\[)/gi, '\\u0023#');
}
