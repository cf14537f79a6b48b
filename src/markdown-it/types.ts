/**
 * What the plugin uses of markdown-it 14 and 15, as structural types: those of
 * `@types/markdown-it` lack some of it, and an import would make them a dependency.
 */

export interface Token {
  type: string;
  tag: string;
  nesting: -1 | 0 | 1;
  content: string;
  info: string;
  attrs: Array<[string, string | number]> | null;
  map: [number, number] | null;
  children: Array<Token> | null;
  meta: unknown;
}

export interface StateInline {
  src: string;
  pos: number;
  /** Text that is not a token yet. */
  pending: string;
  level: number;
  posMax: number;
  /** Missing in the types of markdown-it 14. */
  linkLevel?: number;
  env: unknown;
  tokens: Array<Token>;
  md: Pick<MarkdownIt, 'inline'>;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
}

export interface StateCore {
  src: string;
  env: unknown;
  tokens: Array<Token>;
}

export interface MarkdownIt {
  normalizeLink(url: string): string;
  utils: { normalizeReference(label: string): string };
  inline: {
    ruler: {
      before(
        other: string,
        name: string,
        rule: (state: StateInline, silent: boolean) => boolean,
      ): void;
    };
    ruler2: {
      before(other: string, name: string, rule: (state: StateInline) => boolean): void;
    };
    parse(text: string, md: unknown, env: unknown, tokens: Array<Token>): void;
    skipToken(state: StateInline): void;
    tokenize(state: StateInline): void;
  };
  core: {
    ruler: {
      before(other: string, name: string, rule: (state: StateCore) => void): void;
      after(other: string, name: string, rule: (state: StateCore) => void): void;
    };
  };
  renderer: {
    /** A rule of markdown-exit may give a promise. */
    rules: Record<
      string,
      ((...given: Array<never>) => string | Promise<string>) | undefined
    >;
  };
}
