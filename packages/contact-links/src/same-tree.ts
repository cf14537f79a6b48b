import type { Link, Nodes, Root } from 'mdast';
import { anchorHrefs } from 'remark-contact-links/core';
import { type JsxElement, jsxHref, jsxHrefAttribute } from 'remark-contact-links/jsx';
import type { Edit } from './edit.js';
import { rangeOf } from './find-links.js';

/**
 * Whether a document that was changed is the same as before but for the links that were
 * meant to change, and whether these lead where they should.
 */
export function isSameTree(
  before: Root,
  source: string,
  after: Root,
  changed: string,
  edits: ReadonlyArray<Edit>,
): boolean {
  const withoutLabel = new Set(
    edits.filter(({ dropsLabel }) => dropsLabel).map(({ link }) => link.node),
  );
  const old = describe(before, source, withoutLabel);
  const now = describe(after, changed, new Set());
  const urls = new Map(
    edits.map(({ link, url }) => [old.addresses.get(link.node)?.[link.index], url]),
  );
  return (
    old.outline === now.outline &&
    old.urls.length === now.urls.length &&
    old.urls.every((url, index) => (urls.get(index) ?? url) === now.urls[index])
  );
}

/** A tree without its URLs, and these. */
interface Description {
  outline: string;
  urls: Array<string>;
  /** Which URLs are those of a node. */
  addresses: Map<Nodes, Array<number>>;
}

/**
 * @param withoutLabel
 *   Links to be described as if they had the default label.
 */
function describe(
  tree: Root,
  source: string,
  withoutLabel: ReadonlySet<Nodes>,
): Description {
  const urls: Array<string> = [];
  const addresses: Description['addresses'] = new Map();
  const outline = JSON.stringify(plain(tree));
  return { outline, urls, addresses };

  function plain(node: Nodes): unknown {
    const result: Record<string, unknown> = { ...node };
    delete result.position;
    delete result.data;
    if (node.type === 'link' || node.type === 'definition') {
      result.url = add(node, node.url);
    }
    if (node.type === 'html') {
      let { value } = node;
      const hrefs = anchorHrefs(value);
      for (const { url } of hrefs) add(node, url);
      for (const { end, start } of hrefs.reverse()) {
        value = value.slice(0, start) + value.slice(end);
      }
      result.value = value;
    }
    if ('attributes' in node) result.attributes = plainAttributes(node as never);
    if ('children' in node) {
      const hasDefaultLabel = node.type === 'link' && isDefaultLabelled(node);
      result.children = hasDefaultLabel ? 'default' : node.children.map(plain);
    }
    return result;
  }

  function plainAttributes(node: Nodes & JsxElement): unknown {
    const href = node.type.startsWith('mdxJsx') ? jsxHref(node) : undefined;
    const address = href === undefined ? undefined : jsxHrefAttribute(node);
    if (href !== undefined) add(node, href);
    // Positions, and trees of expressions, which have positions in them, are left out.
    return JSON.stringify(node.attributes, (key, value) =>
      key === 'position' || key === 'data'
        ? undefined
        : value === address
          ? 'href'
          : value,
    );
  }

  function add(node: Nodes, url: string): string {
    const known = addresses.get(node) ?? [];
    addresses.set(node, [...known, urls.length]);
    urls.push(url);
    return '';
  }

  function isDefaultLabelled(node: Link): boolean {
    const [first] = node.children;
    return (
      withoutLabel.has(node) ||
      // An autolink shows its URL.
      source[rangeOf(node).start] === '<' ||
      (first?.type === 'text' && first.data?.contactLinkLabel !== undefined)
    );
  }
}
