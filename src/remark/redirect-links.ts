import type { Definition, Link, LinkReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { linkFinding } from '../core/findings/finding.js';
import type { Settings } from '../core/settings.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';
import { addAttributes } from './attributes.js';

/**
 * Redirect links, autolinks and references that are not shorthands.
 *
 * Their URLs stay as they are in the tree, so that formatting a file does not rewrite its
 * links: the page gets the new URLs through the fields of mdast-util-to-hast.
 *
 * @param text
 *   The text that offsets of nodes count.
 * @returns
 *   A finding for each link that should go elsewhere and cannot.
 */
export function redirectLinks(
  tree: Root,
  text: string,
  settings: Settings,
): Array<PlacedFinding> {
  const findings: Array<PlacedFinding> = [];
  // As in CommonMark, the first definition of an identifier counts.
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition: Definition) => {
    const { identifier } = definition;
    if (!definitions.has(identifier)) definitions.set(identifier, definition);
  });
  visit(tree, (node) => {
    if (node.type === 'link' && !node.data?.contact) redirectLink(node, node);
    if (node.type !== 'linkReference') return;
    const definition = definitions.get(node.identifier);
    if (definition) redirectLink(node, definition);
  });
  return findings;

  function redirectLink(
    node: Link | LinkReference,
    { title, url }: Definition | Link,
  ): void {
    const result = settings.redirecting?.redirectUri(url, settings);
    if (!result) return;
    const { position } = node;
    if (result.kind === 'link') {
      const [label] = node.children;
      const data = addAttributes(node, result.attributes, title);
      data.hProperties = { ...data.hProperties, href: result.url };
      // An autolink shows its URL.
      if (label?.type === 'text' && label.value === url) {
        data.hChildren = [{ type: 'text', value: result.label }];
      }
    } else {
      const source = position
        ? text.slice(position.start.offset, position.end.offset)
        : url;
      findings.push({ ...linkFinding(result, source), position });
    }
  }
}
