import type { Lexer, Tokenizer, TokensList } from 'marked';

/** What the extension uses of the lexer; its types keep some of that to themselves. */
export interface OpenLexer {
  state: Lexer['state'];
  tokenizer: Tokenizer;
  tokens: TokensList;
  inlineTokens: Lexer['inlineTokens'];
}

/** The lexer of an extension. */
export function openLexer(lexer: Lexer): OpenLexer {
  return lexer as unknown as OpenLexer;
}
