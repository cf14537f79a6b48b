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

/**
 * Finds what stands inside an HTML anchor, from what comes in the order of the document.
 *
 * As in HTML, a second `<a>` ends the first, and one that is never closed holds nothing.
 */
export class AnchorContents<Item> {
  /** What is inside an anchor that is closed. */
  readonly found: Array<Item> = [];
  /** What came since an `<a>` that may yet be closed. */
  #pending: Array<Item> | undefined;

  /** Take raw HTML. */
  html(html: string): void {
    for (const tag of anchorTags(html)) {
      if (tag === 'close')
        for (const item of this.#pending ?? []) this.found.push(item);
      this.#pending = tag === 'open' ? [] : undefined;
    }
  }

  /** Take something that may be inside. */
  add(item: Item): void {
    this.#pending?.push(item);
  }
}
