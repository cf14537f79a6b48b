import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);
const dist = new URL('../../dist/', import.meta.url);

/** A piece of a text, and what it is. */
export interface Piece {
  text: string;
  start: number;
  scopes: ReadonlyArray<string>;
}

const scopeNames = { markdown: 'text.html.markdown', mdx: 'source.mdx' } as const;

/** A language whose pages have contact links. */
export type Language = keyof typeof scopeNames;

/** The grammars of VS Code by what they are called; other languages are not of interest. */
const files: Readonly<Record<string, string>> = {
  'source.mdx': 'mdx',
  'source.tsx': 'tsx',
  'text.html.basic': 'html',
  'text.html.derivative': 'html-derivative',
  'text.html.markdown': 'markdown',
};

/** Read a grammar as the extension has it. */
export function readGrammar(language: Language): IRawGrammar {
  return readJson(new URL(`${language}.tmLanguage.json`, dist));
}

function readJson(path: string | URL) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Load what colors a language in VS Code, with the grammar of the extension.
 *
 * @returns
 *   What splits a text into pieces.
 */
export async function load(
  language: Language,
): Promise<(text: string) => Array<Piece>> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  const own = readGrammar(language);
  const scopeName = scopeNames[language];
  const registry = new textmate.Registry({
    onigLib: oniguruma.loadWASM(wasm).then(() => ({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    })),
    getInjections: (name) => (name === scopeName ? [own.scopeName] : undefined),
    async loadGrammar(name) {
      if (name === own.scopeName) return own;
      const file = files[name];
      return file
        ? readJson(require.resolve(`tm-grammars/grammars/${file}.json`))
        : null;
    },
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`There is no grammar for ${language}`);
  return (text) => pieces(grammar, text);
}

function pieces(grammar: IGrammar, text: string): Array<Piece> {
  const found: Array<Piece> = [];
  let stack = textmate.INITIAL;
  let start = 0;
  for (const line of text.split('\n')) {
    const { ruleStack, tokens } = grammar.tokenizeLine(line, stack);
    for (const { endIndex, scopes, startIndex } of tokens) {
      const piece = line.slice(startIndex, endIndex);
      found.push({ text: piece, start: start + startIndex, scopes });
    }
    stack = ruleStack;
    start += line.length + 1;
  }
  return found;
}
