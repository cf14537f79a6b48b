/**
 * What the command line tool knows of a site, for editors: where its configuration and its
 * pages are.
 *
 * @module
 */
export { type Configuration, ConfigurationFinder } from './configuration.js';
export { FileFinder, type FindOptions, type FoundFile } from './find-files.js';
