import { type Change, type LintFinding, lint } from 'contact-links/lint';
import type { Rule, RuleOnErrorInfo } from 'markdownlint';
import { linesOf } from './lines.js';

/** Rule for markdownlint that checks and fixes contact links. */
const rule: Rule = {
  names: ['contact-links'],
  description: 'Contact links that do not work',
  information: new URL(
    'https://github.com/remark-contact-links/remark-contact-links/tree/main/packages/markdownlint-rule-contact-links#readme',
  ),
  tags: ['links'],
  parser: 'micromark',
  function(params, onError) {
    const { config, frontMatterLines, name } = params;
    const lines = linesOf(params);
    const before = frontMatterLines.length;
    // Front matter is left to markdownlint, which finds more forms of it.
    const text = [...frontMatterLines.map(() => ''), ...lines].join('\n');
    const options = Object.keys(config).length > 0 ? config : undefined;
    for (const finding of lint({ text, path: name, options })) {
      onError(toError(finding, text, before));
    }
  },
};

export default rule;
// So that `require` returns the rule itself.
export { rule as 'module.exports' };

/**
 * Report a finding to markdownlint.
 *
 * @param before
 *   How many lines of front matter come before line 1.
 */
function toError(
  { changes, isSure, place, reason, ruleId, url }: LintFinding,
  text: string,
  before: number,
): RuleOnErrorInfo {
  const { column = 1, line = before + 1, offset = 0 } = place?.start ?? {};
  const error: RuleOnErrorInfo = {
    lineNumber: line - before,
    detail: `${reason} (${ruleId})`,
    information: new URL(url),
  };
  const length = Math.min(endOfLine(text, offset), place?.end.offset ?? 0) - offset;
  if (length > 0) error.range = [column, length];
  const [first] = changes;
  const fixInfo = isSure && first ? fixOf(first, text, before) : undefined;
  if (fixInfo) error.fixInfo = fixInfo;
  return error;
}

/** Make a fix of a change in one line; markdownlint has no fixes over several lines. */
function fixOf(
  { end, start, text: insertText }: Change,
  text: string,
  before: number,
): RuleOnErrorInfo['fixInfo'] {
  if (end > endOfLine(text, start)) return undefined;
  const lines = text.slice(0, start).split('\n');
  const editColumn = (lines.at(-1) ?? '').length + 1;
  const lineNumber = lines.length - before;
  return { lineNumber, editColumn, deleteCount: end - start, insertText };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
