import type { Nodes, Root } from 'mdast';
import remarkContactLinks from 'remark-contact-links';
import type { DocumentEdit, Options } from 'remark-contact-links/core';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { ParsedMessage, ParsedPage, ParseRequest } from '../host.js';

/**
 * Make what parses pages, as the sites that they are for do.
 *
 * @returns
 *   Function that parses a page, and gives nothing for MDX with a mistake of syntax.
 */
export function createPageParser(): (request: ParseRequest) => ParsedPage | undefined {
  let last: { key: string; processor: ReturnType<typeof createProcessor> } | undefined;
  return ({ isMdx, options, text }) => {
    const key = JSON.stringify([isMdx, options]);
    if (last?.key !== key) last = { key, processor: createProcessor(isMdx, options) };
    const { processor } = last;
    const file = new VFile(text);
    let tree: Root;
    try {
      tree = processor.parse(file);
    } catch {
      // The editor has other tools that say so.
      return undefined;
    }
    try {
      processor.runSync(tree, file);
    } catch (error) {
      // With `invalid: 'error'` the first message is thrown, after all are on the file.
      if (!file.messages.some((message) => message === error)) throw error;
    }
    return {
      links: linksIn(tree),
      messages: file.messages.map((message) => toMessage(message)),
      rewrites: [],
    };
  };
}

function createProcessor(isMdx: boolean, options: Options) {
  const processor = unified().use(remarkParse).use(remarkGfm);
  processor.use(remarkFrontmatter, ['yaml', 'toml']);
  if (isMdx) processor.use(remarkMdx);
  // The server itself tells of each link to a service that has closed.
  return processor.use(remarkContactLinks, { ...options, retired: 'ignore' }).freeze();
}

/** Where shorthands are that are links, in their order. */
function linksIn(tree: Root): Array<number> {
  const found: Array<number> = [];
  walk(tree);
  return found;

  function walk(node: Nodes): void {
    if (node.type === 'link' && node.data?.contact) {
      found.push(Number(node.position?.start.offset));
    }
    if ('children' in node) for (const child of node.children) walk(child);
  }
}

function toMessage(
  message: VFileMessage & { edits?: ReadonlyArray<DocumentEdit> },
): ParsedMessage {
  const {
    edits = [],
    expected = [],
    fatal,
    place,
    reason,
    ruleId,
    source,
    url,
  } = message;
  const start = place && 'start' in place ? place.start.offset : place?.offset;
  const end = place && 'end' in place ? place.end.offset : place?.offset;
  const range = { start: start ?? 0, end: end ?? 0 };
  return {
    range,
    ruleId: ruleId ?? '',
    reason,
    source: source ?? '',
    url,
    level: fatal ? 'error' : fatal === false ? 'warning' : 'info',
    fixes: [
      ...edits.map(({ text, ...range }) => ({ range, text })),
      ...expected.map((text) => ({ range, text })),
    ],
  };
}
