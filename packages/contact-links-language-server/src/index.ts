/**
 * The server itself, for programs that bring their own connection, or their own files.
 *
 * @module
 */
export type {
  Files,
  Host,
  PageParser,
  ParsedMessage,
  ParsedPage,
  ParseRequest,
  Rewrite,
} from './host.js';
export { createNodeHost } from './node/host.js';
export type { ServerOptions } from './options.js';
export { serve } from './server.js';
