/**
 * The parser of the command line tool for Markdown and MDX, for editors; it runs in browsers too.
 *
 * @module
 */
export { Markdown } from './document.js';
export type { Project } from './project.js';
