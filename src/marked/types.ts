import type { Lexer, Tokenizer, TokensList } from 'marked';

/** The parts of the lexer that the extension uses; some are private in its types. */
export interface OpenLexer {
  state: Lexer['state'];
  tokenizer: Tokenizer;
  tokens: TokensList;
  inlineTokens: Lexer['inlineTokens'];
}

/** Get these parts of a lexer. */
export function openLexer(lexer: Lexer): OpenLexer {
  return lexer as unknown as OpenLexer;
}
