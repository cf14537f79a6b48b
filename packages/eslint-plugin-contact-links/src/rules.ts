import { type LintFinding, type LintRuleId, lint, lintRules } from 'contact-links/lint';
import type { Rule, SourceCode } from 'eslint';

/** The key of `settings` in a configuration of ESLint. */
const settingsKey = 'contact-links';

/** The findings in a document, which all rules share. */
const findings = new WeakMap<SourceCode, ReadonlyArray<LintFinding>>();

function findingsIn({
  filename,
  settings,
  sourceCode,
}: Rule.RuleContext): ReadonlyArray<LintFinding> {
  const known = findings.get(sourceCode);
  if (known) return known;
  const { text } = sourceCode;
  const found = lint({ text, path: filename, options: optionsOf(settings) });
  findings.set(sourceCode, found);
  return found;
}

/** Get the options in the settings of ESLint; nothing where files have the configuration. */
function optionsOf(
  settings: Rule.RuleContext['settings'],
): Record<string, unknown> | undefined {
  const given = settings[settingsKey];
  if (given === undefined) return undefined;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    return given as Record<string, unknown>;
  }
  throw new TypeError(
    `Wrong setting \`${settingsKey}\`: given \`${JSON.stringify(given)}\`, expected an object`,
  );
}

function createRule(ruleId: LintRuleId): Rule.RuleModule {
  const { description, isError, url } = lintRules[ruleId];
  return {
    meta: {
      type: isError ? 'problem' : 'suggestion',
      docs: { description, url, recommended: true },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
    },
    create(context) {
      const check = () => {
        for (const finding of findingsIn(context)) {
          if (finding.ruleId === ruleId) context.report(toReport(finding, context));
        }
      };
      // The roots of Markdown, and of MDX as eslint-plugin-mdx has it.
      return { root: check, Program: check };
    },
  };
}

function toReport(
  { changes, isSure, place, reason }: LintFinding,
  { sourceCode }: Rule.RuleContext,
): Rule.ReportDescriptor {
  const start = place?.start.offset ?? 0;
  const end = place?.end.offset ?? sourceCode.text.length;
  const loc = {
    start: sourceCode.getLocFromIndex(start),
    end: sourceCode.getLocFromIndex(end),
  };
  const fixes = changes.map((change) => ({
    desc: `Write \`${change.written}\``,
    fix: (fixer: Rule.RuleFixer) =>
      fixer.replaceTextRange([change.start, change.end], change.text),
  }));
  const [first] = fixes;
  return isSure && first
    ? { loc, message: reason, fix: first.fix }
    : { loc, message: reason, suggest: fixes };
}

/** All rules by their names. */
export const rules = Object.fromEntries(
  Object.keys(lintRules).map((ruleId) => [ruleId, createRule(ruleId as LintRuleId)]),
) as Record<LintRuleId, Rule.RuleModule>;
