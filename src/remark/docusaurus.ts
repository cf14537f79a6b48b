import type { Link, LinkReference } from 'mdast';
import type { VFile } from 'vfile';

/**
 * Keep Docusaurus from opening a tab for a link that opens an app.
 *
 * Its `Link` component gives `target="_blank"` to every URL with a scheme, unless the link
 * has a `target`. For a web page that is what people expect there; a URI that the system
 * hands to an app leaves an empty tab behind. Docusaurus can be told from other generators
 * by the name of its compiler, which it gives to each file.
 */
export function keepInSameTab(
  link: Link | LinkReference,
  url: string,
  file: VFile,
): void {
  if (!('compilerName' in file.data) || /^https?:/.test(url)) return;
  link.data ??= {};
  link.data.hProperties = { target: '_self', ...link.data.hProperties };
}
