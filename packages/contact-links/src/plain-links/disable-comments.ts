import type { Nodes, Root } from 'mdast';

/** Tells whether comments of a document silence a rule in a line. */
export type IsDisabled = (
  ruleId: string | undefined,
  line: number | undefined,
) => boolean;

/** A comment in HTML or MDX that turns rules off or on, all or those that it names. */
const comment =
  /(?:<!--|\/\*)\s*contact-links-(disable-next-line|disable|enable)(?![\w-])([\w\s,-]*?)\s*(?:-->|\*\/)/g;

/** A comment that turns rules off or on. */
interface Switch {
  kind: string;
  /** The rules that it names; none means all. */
  rules: ReadonlyArray<string>;
  /** The line in which it ends. */
  line: number;
}

/**
 * Read the comments of a document that turn rules off:
 * `<!-- contact-links-disable-next-line invalid-link -->`, `contact-links-disable` and
 * `contact-links-enable`, and the same in comments of MDX.
 *
 * @param tree
 *   The document.
 * @param text
 *   Its source.
 * @returns
 *   Function that says whether a rule is off in a line.
 */
export function readDisableComments(tree: Root, text: string): IsDisabled {
  if (!text.includes('contact-links-disable')) return () => false;
  const switches: Array<Switch> = [];
  collect(tree);
  return (ruleId = '', line = 1) => {
    const about = switches.filter(
      ({ rules }) => rules.length === 0 || rules.includes(ruleId),
    );
    const isNext = about.some(
      (each) => each.kind === 'disable-next-line' && each.line + 1 === line,
    );
    const last = about.findLast(
      (each) => each.kind !== 'disable-next-line' && each.line <= line,
    );
    return isNext || last?.kind === 'disable';
  };

  function collect(node: Nodes): void {
    if (commentTypes.has(node.type) && node.position) {
      const { end, start } = node.position;
      const source = text.slice(start.offset, end.offset);
      for (const found of source.matchAll(comment)) {
        const [whole, kind = '', names = ''] = found;
        const before = source.slice(0, found.index + whole.length);
        const line = start.line + (before.match(/\r\n|\r|\n/g)?.length ?? 0);
        switches.push({ kind, line, rules: names.split(/[\s,]+/).filter(Boolean) });
      }
    }
    if ('children' in node) for (const child of node.children) collect(child);
  }
}

/** Types of nodes that comments are in; `comment` is a comment of HTML in MDX. */
const commentTypes: ReadonlySet<string> = new Set([
  'html',
  'comment',
  'mdxFlowExpression',
  'mdxTextExpression',
]);
