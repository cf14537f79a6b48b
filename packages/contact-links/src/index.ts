/**
 * The parts of the command line tool that editors use: they find the configuration and the pages
 * of a site, and check links that are not shorthands.
 *
 * @module
 */
export { type Configuration, ConfigurationFinder } from './configuration.js';
export { FileFinder, type FindOptions, type FoundFile } from './find-files.js';
export * from './plain-links/index.js';
