import { createRequire } from 'node:module';

/** Read the version of the tool. */
export function ownVersion(): string {
  // By the name of the package, because a bundler may have moved this file.
  return createRequire(import.meta.url)('contact-links/package.json').version;
}
