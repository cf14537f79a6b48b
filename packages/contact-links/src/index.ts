/**
 * What the command line tool knows of a site, for editors: where its configuration and its
 * pages are, and what is wrong with links that are not shorthands.
 *
 * @module
 */
export { type Configuration, ConfigurationFinder } from './configuration.js';
export { FileFinder, type FindOptions, type FoundFile } from './find-files.js';
export * from './plain-links/index.js';
