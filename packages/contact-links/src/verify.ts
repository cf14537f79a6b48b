import type { Root } from 'mdast';
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Markdown } from './document.js';
import { applyEdits, type Edit } from './edit.js';
import { findGood } from './find-good.js';
import { isSameTree } from './same-tree.js';

/** The changes of a document that can be made, and those that cannot. */
export interface Verified {
  edits: Array<Edit>;
  /** Changes that would do more than change their links. */
  refused: Array<Edit>;
  /** The document afterwards. */
  text: string;
}

/**
 * Find the changes that do what they should and nothing else. The document is parsed again with
 * them.
 *
 * @param file
 *   The document.
 */
export function verify(
  tree: Root,
  { path, value }: VFile,
  edits: ReadonlyArray<Edit>,
  markdown: Markdown,
): Verified {
  const source = String(value);
  const good = new Set(findGood(edits, isGood));
  const result = edits.filter((edit) => good.has(edit));
  const text = applyEdits(source, result);
  return { edits: result, refused: edits.filter((edit) => !good.has(edit)), text };

  function isGood(some: ReadonlyArray<Edit>): boolean {
    return changesLinksAlone(tree, { path, value }, some, markdown);
  }
}

/**
 * Whether changes, made together, do what they should and nothing else.
 *
 * @param file
 *   The document.
 */
export function changesLinksAlone(
  tree: Root,
  { path, value }: Pick<VFile, 'path' | 'value'>,
  edits: ReadonlyArray<Edit>,
  markdown: Markdown,
): boolean {
  if (edits.length === 0) return true;
  const source = String(value);
  const changed = applyEdits(source, edits);
  try {
    const after = markdown.parse(new VFile({ path, value: changed }));
    return isSameTree(tree, source, after, changed, edits);
  } catch (error) {
    // The changed document is MDX with a syntax error.
    if (error instanceof VFileMessage) return false;
    throw error;
  }
}
