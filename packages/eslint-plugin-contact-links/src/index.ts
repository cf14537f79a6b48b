import { readFileSync } from 'node:fs';
import { lintRules } from 'contact-links/lint';
import type { ESLint, Linter } from 'eslint';
import { rules } from './rules.js';

/** The name that the rules have in a configuration. */
const namespace = 'contact-links';

const { name, version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { name: string; version: string };

/** Plugin for ESLint that checks and fixes contact links in Markdown and MDX. */
const plugin = {
  meta: { name, version, namespace },
  rules,
  configs: {} as { recommended: Linter.Config },
} satisfies ESLint.Plugin;

// All rules. The configuration of a site names the language of its files.
plugin.configs.recommended = {
  name: `${namespace}/recommended`,
  plugins: { [namespace]: plugin },
  rules: Object.fromEntries(
    Object.entries(lintRules).map(([ruleId, { isError }]) => [
      `${namespace}/${ruleId}`,
      isError ? 'error' : 'warn',
    ]),
  ),
};

export default plugin;
