/**
 * What the command line tool knows of links, for editors; it runs in browsers too, and parses
 * nothing.
 *
 * @module
 */
export type { Edit, Rewrite } from './edit.js';
export { findLinks, type SourceLink } from './find-links.js';
export { redirectingSettings } from './redirecting-settings.js';
export { toService } from './to-service.js';
export { toShorthand } from './to-shorthand.js';
