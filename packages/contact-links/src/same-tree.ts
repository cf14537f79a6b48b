import type { Link, Nodes, Root } from 'mdast';
import { anchorHrefs } from 'remark-contact-links/core';
import { type JsxElement, jsxHref, jsxHrefAttribute } from 'remark-contact-links/jsx';
import type { Edit, NewLabel } from './edit.js';
import { defaultLabelOf, rangeOf } from './find-links.js';

/**
 * Whether a changed document is the same as before, except for the links that were meant to
 * change, and whether these lead where they should.
 */
export function isSameTree(
  before: Root,
  source: string,
  after: Root,
  changed: string,
  edits: ReadonlyArray<Edit>,
): boolean {
  const byNode = new Map(edits.map((edit) => [edit.link.node, edit]));
  const old = describe(before, source, byNode);
  const now = describe(after, changed, new Map());
  const urls = new Map(
    edits.map(({ link, url }) => [old.addresses.get(link.node)?.[link.index], url]),
  );
  return (
    old.outline === now.outline &&
    old.urls.length === now.urls.length &&
    old.urls.every((url, index) => (urls.get(index) ?? url) === now.urls[index])
  );
}

/** A tree without its URLs, and the URLs. */
interface Description {
  outline: string;
  urls: Array<string>;
  /** The indexes of the URLs of each node. */
  addresses: Map<Nodes, Array<number>>;
}

/**
 * Describe a tree, so that equal documents have equal descriptions.
 *
 * @param edits
 *   Links to be described with the labels and titles that they get.
 */
function describe(
  tree: Root,
  source: string,
  edits: ReadonlyMap<Nodes, Edit>,
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
    const { label, title } = edits.get(node) ?? {};
    if (title !== undefined) result.title = title;
    if (node.type === 'html') {
      const parts: Array<string> = [];
      let at = 0;
      for (const { end, start, url } of anchorHrefs(node.value)) {
        add(node, url);
        parts.push(node.value.slice(at, start));
        at = end;
      }
      result.value = [...parts, node.value.slice(at)];
    }
    if ('attributes' in node) result.attributes = plainAttributes(node as never);
    if ('children' in node) {
      const shown = node.type === 'link' ? (label ?? defaultLabel(node)) : undefined;
      result.children =
        shown === undefined
          ? joinTexts(node.children).map(plain)
          : shown === 'default'
            ? shown
            : [{ type: 'text', value: shown.text }];
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
    const known = addresses.get(node);
    if (known) known.push(urls.length);
    else addresses.set(node, [urls.length]);
    urls.push(url);
    return '';
  }

  function defaultLabel(node: Link): NewLabel | undefined {
    // An autolink shows its URL.
    const isDefault =
      source[rangeOf(node).start] === '<' || defaultLabelOf(node) !== undefined;
    return isDefault ? 'default' : undefined;
  }
}

/** Join texts that are side by side: nothing visible was between them. */
function joinTexts(nodes: ReadonlyArray<Nodes>): Array<Nodes> {
  const result: Array<Nodes> = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      result.splice(-1, 1, { ...last, value: last.value + node.value });
    } else result.push(node);
  }
  return result;
}
