import fc from 'fast-check';

/** A piece of a sentence, under the name of the terminal that it is; literals have none. */
export interface Piece {
  name: string | undefined;
  text: string;
}

/** What a sentence is made of, from left to right. */
export type Sentence = ReadonlyArray<Piece>;

type Sentences = fc.Arbitrary<Sentence>;

const token = /\s+|"[^"]*"|\d*\*|\w+|[()[\]/]/y;

/**
 * Read a grammar, and make sentences of it.
 *
 * @param grammar
 *   Rules in ABNF, a line each, as far as they use names, literals, `/`, groups, options and
 *   repetitions with a least number. The first rule is that of a sentence.
 * @param terminals
 *   What stands for the names that no rule defines.
 * @returns
 *   Sentences of the grammar.
 * @throws
 *   When the grammar cannot be read, or uses a name that nothing defines.
 * @see
 *   https://www.rfc-editor.org/rfc/rfc5234
 */
export function sentences(
  grammar: string,
  terminals: Readonly<Record<string, fc.Arbitrary<string>>>,
): Sentences {
  const rules = new Map(
    grammar.split('\n').map((line) => {
      const [, name = '', definition = ''] =
        /^(\w+) += +(.*?)(?: *;.*)?$/.exec(withoutLiterals(line)) ?? [];
      if (!name) throw new Error(`Expected a rule: ${line}`);
      const start = line.length - line.replace(/^\w+ += +/, '').length;
      return [name, line.slice(start, start + definition.length)] as const;
    }),
  );
  const made = new Map<string, Sentences>();

  return toSentences([...rules.keys()][0] ?? '');

  function toSentences(name: string): Sentences {
    const known = made.get(name);
    if (known) return known;
    const rule = rules.get(name);
    const terminal = terminals[name];
    if (rule === undefined && !terminal) throw new Error(`Nothing defines ${name}`);
    const sentence =
      terminal?.map((text): Sentence => [{ name, text }]) ??
      alternatives(tokenize(rule ?? ''));
    made.set(name, sentence);
    return sentence;
  }

  /** Read alternatives up to a bracket that closes, or to the end. */
  function alternatives(tokens: Array<string>): Sentences {
    const all = [sequence(tokens)];
    while (tokens[0] === '/') {
      tokens.shift();
      all.push(sequence(tokens));
    }
    return fc.oneof(...all);
  }

  function sequence(tokens: Array<string>): Sentences {
    const all: Array<Sentences> = [];
    while (tokens[0] !== undefined && !/^[/)\]]/.test(tokens[0])) {
      all.push(element(tokens));
    }
    return fc.tuple(...all).map((parts) => parts.flat());
  }

  function element(tokens: Array<string>): Sentences {
    const first = tokens.shift() ?? '';
    if (first.endsWith('*')) {
      const minLength = Number(first.slice(0, -1));
      return fc
        .array(element(tokens), { minLength, maxLength: minLength + 2 })
        .map((parts) => parts.flat());
    }
    if (first === '(' || first === '[') {
      const group = alternatives(tokens);
      tokens.shift();
      return first === '(' ? group : fc.oneof(group, fc.constant([]));
    }
    if (!first.startsWith('"')) return toSentences(first);
    return fc.constant([{ name: undefined, text: first.slice(1, -1) }]);
  }
}

/** A line with `_` for what is in its literals, in which `;` starts no comment. */
function withoutLiterals(line: string): string {
  return line.replace(/"[^"]*"/g, (literal) => '_'.repeat(literal.length));
}

function tokenize(definition: string): Array<string> {
  const tokens: Array<string> = [];
  token.lastIndex = 0;
  while (token.lastIndex < definition.length) {
    const at = token.lastIndex;
    const [text] = token.exec(definition) ?? [];
    if (text === undefined) throw new Error(`Expected ABNF: ${definition.slice(at)}`);
    if (text.trim()) tokens.push(text);
  }
  return tokens;
}
