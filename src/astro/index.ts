import { readFileSync } from 'node:fs';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { registry } from '../registry.js';
import { addPlugin } from './processor.js';
import { Reporter } from './reporter.js';
import type { ContactLinksIntegration } from './types.js';

export type { Options } from '../core/options/resolve-options.js';
export type { ContactLinksIntegration } from './types.js';

/**
 * Astro integration for contact links: `[[skype:call echo123]]`.
 *
 * It adds the plugin to the Markdown processor of the site, Sätteri or `unified()`, and reports
 * wrong shorthands through Astro's logger, even in pages that Astro takes from its cache.
 *
 * @param options
 *   Configuration (optional): that of the remark plugin. With `invalid: 'error'` a wrong
 *   shorthand ends `astro build` with an error, after all of them have been reported.
 * @returns
 *   Integration to put into `integrations`. Its setup throws when the site has any other
 *   processor.
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function contactLinks(
  options?: Readonly<Options<string>> | null | undefined,
): ContactLinksIntegration {
  // So that wrong options throw where they are written.
  resolveOptions(options, registry);
  let reporter: Reporter;

  return {
    name: 'remark-contact-links',
    hooks: {
      'astro:config:setup'({ command, config, logger }) {
        // Astro's store is here; the development server has one of its own.
        const folder =
          command === 'dev' ? new URL('.astro/', config.root) : config.cacheDir;
        const current = new Reporter(config.root, folder, logger);
        reporter = current;
        addPlugin(
          config.markdown.processor,
          options,
          (path, source, messages) => current.tell(path, source, messages),
          { journal: current.id, options, version: version() },
        );
      },
      'astro:server:start'() {
        reporter.tellKept();
      },
      'astro:build:done'() {
        reporter.tellKept();
        const { errors } = reporter;
        if (errors > 0) {
          throw new Error(
            `${errors === 1 ? '1 contact link is' : `${errors} contact links are`} wrong; see the messages above`,
          );
        }
      },
    },
  };
}

/** Read the version of this package: another version may make other links. */
function version(): string {
  return JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ).version;
}
