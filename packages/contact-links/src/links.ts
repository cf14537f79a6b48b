/**
 * The parts of the command line tool that find and rewrite links, for editors; they run in
 * browsers too, and parse nothing.
 *
 * @module
 */
export type { Edit, Rewrite } from './edit.js';
export { findLinks, type SourceLink } from './find-links.js';
export { redirectingSettings } from './redirecting-settings.js';
export { toService } from './to-service.js';
export { toShorthand } from './to-shorthand.js';
