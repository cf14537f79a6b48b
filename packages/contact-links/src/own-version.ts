import { createRequire } from 'node:module';

/** The version of the tool. */
export function ownVersion(): string {
  // By the name of the package: a bundler may have moved this.
  return createRequire(import.meta.url)('contact-links/package.json').version;
}
