import type { Nodes } from 'mdast';

/** Tags with their attributes, and comments, so that what is in these is passed over. */
const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*/gi;

/** The anchor tags of raw HTML, in their order. */
export function anchorTags(html: string): Array<'open' | 'close'> {
  const tags: Array<'open' | 'close'> = [];
  for (const [, slash, name] of html.matchAll(tag)) {
    if (name?.toLowerCase() === 'a') tags.push(slash ? 'close' : 'open');
  }
  return tags;
}

/** Whether a node is an anchor that is not Markdown: `<a>` in JSX, or from a plugin. */
export function isForeignAnchor(node: Nodes): boolean {
  const { data } = node;
  return (
    ('name' in node && node.name === 'a' && node.type.startsWith('mdxJsx')) ||
    (data !== undefined && 'hName' in data && data.hName === 'a')
  );
}
