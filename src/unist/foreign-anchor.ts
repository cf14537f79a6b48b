/** Whether a node is an anchor that is not Markdown: `<a>` in JSX, or made by a plugin. */
export function isForeignAnchor(node: {
  type: string;
  data?: object | undefined;
}): boolean {
  const { data, type } = node;
  return (
    ('name' in node && node.name === 'a' && type.startsWith('mdxJsx')) ||
    (data !== undefined && 'hName' in data && data.hName === 'a')
  );
}
