import type { Nodes } from 'mdast';

/** Anchor tags; comments are matched so that tags in them are passed over. */
const tag = /<!--[\s\S]*?(?:-->|$)|<(\/?)a(?=[\s/>])/gi;

/** The anchor tags of raw HTML, in their order. */
export function anchorTags(html: string): Array<'open' | 'close'> {
  const tags: Array<'open' | 'close'> = [];
  for (const [, slash] of html.matchAll(tag)) {
    if (slash !== undefined) tags.push(slash ? 'close' : 'open');
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
