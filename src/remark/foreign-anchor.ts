import type { Nodes } from 'mdast';

/** Whether a node is an anchor that is not Markdown: `<a>` in JSX, or from a plugin. */
export function isForeignAnchor(node: Nodes): boolean {
  const { data } = node;
  return (
    ('name' in node && node.name === 'a' && node.type.startsWith('mdxJsx')) ||
    (data !== undefined && 'hName' in data && data.hName === 'a')
  );
}
