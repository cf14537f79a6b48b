import type { Attributes } from './names.js';
import type { Settings } from './settings.js';

/** A tool that renders pages with the plugins, and needs to know something about links. */
interface Host {
  /** Keys of what it passes along with each page, which no other tool has. */
  readonly marks: ReadonlyArray<string>;
  /** Attributes that links need there, by scope; the site's own win. */
  readonly attributes: Readonly<Record<string, Attributes>>;
}

/**
 * These hosts give `target="_blank"` to every URL with a scheme, unless the link has a
 * `target`. For a web page that is what people expect there; a URI that the system hands to an
 * app leaves an empty tab.
 */
const inSameTab = { '*:app': { target: '_self' } };

/**
 * The hosts that are known, as read on 27 November 2026.
 *
 * @see https://github.com/facebook/docusaurus/blob/v3.10.2/packages/docusaurus/src/client/exports/Link.tsx
 * @see https://github.com/fuma-nama/fumadocs/blob/dev/packages/core/src/link.tsx
 * @see https://github.com/web-infra-dev/rspress/blob/main/packages/core/src/theme/components/Link/index.tsx
 * @see https://github.com/vuejs/vitepress/blob/v1.6.4/src/node/markdown/plugins/link.ts
 */
const hosts: ReadonlyArray<Host> = Object.values({
  docusaurus: { marks: ['compilerName'], attributes: inSameTab },
  fumadocs: { marks: ['_compiler', 'frontmatter'], attributes: inSameTab },
  rspress: { marks: ['pageMeta'], attributes: inSameTab },
  vitepress: { marks: ['cleanUrls', 'relativePath'], attributes: inSameTab },
});

/**
 * Make a function that gets the settings for a page: those of the site, on top of the
 * attributes that the page's host needs.
 *
 * @param settings
 *   The options of the site, checked.
 * @returns
 *   Function that takes whatever may have come along with the page, and returns the settings
 *   for it; where no known host renders it, they are `settings` themselves.
 */
export function createHostSettings(
  settings: Settings,
): (...passed: ReadonlyArray<unknown>) => Settings {
  const known = new Map<Host, Settings>();
  return (...passed) => {
    const host = hosts.find(({ marks }) => passed.some((each) => has(each, marks)));
    if (!host) return settings;
    const attributes = [host.attributes, ...settings.attributes];
    const made = known.get(host) ?? { ...settings, attributes };
    known.set(host, made);
    return made;
  };
}

function has(passed: unknown, keys: ReadonlyArray<string>): boolean {
  return (
    typeof passed === 'object' && passed !== null && keys.every((key) => key in passed)
  );
}
