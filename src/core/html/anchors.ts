/**
 * Tags with their attributes. Comments, and elements whose content is not HTML, match as a
 * whole, so that nothing in them is taken for a tag.
 */
export const tagPattern =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)(?=[\s/>])[\s\S]*?(?:<\/\1|$)|<(?<slash>\/?)(?<name>[a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^"'>])*/gi;

/** The anchor tags of raw HTML, in their order. */
export function anchorTags(html: string): Array<'open' | 'close'> {
  return Array.from(findAnchorTags(html), ({ groups }) =>
    groups?.slash ? 'close' : 'open',
  );
}

function* findAnchorTags(html: string): Iterable<RegExpExecArray> {
  for (const found of html.matchAll(tagPattern)) {
    if (found.groups?.name?.toLowerCase() === 'a') yield found;
  }
}

/** An attribute with its value, where it has one, which may be quoted. */
const attribute =
  /(?<=[\s"'/])([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>=`]+))?/g;

/** The `href` of an anchor in raw HTML. */
export interface AnchorHref {
  /** The URL, without quotes and character references. */
  url: string;
  /** Where the value begins, with its quotes. */
  start: number;
  /** Where it ends. */
  end: number;
  /** The attributes of the anchor, in lower case. */
  names: ReadonlyArray<string>;
}

/**
 * Find the `href`s of the anchors of raw HTML.
 *
 * @param html
 *   Raw HTML, which may be a part of a document.
 * @returns
 *   The first `href` of each anchor that has one, in their order.
 */
export function anchorHrefs(html: string): Array<AnchorHref> {
  const hrefs: Array<AnchorHref> = [];
  for (const { 0: text, index } of findAnchorTags(html)) {
    const attributes = [...text.matchAll(attribute)];
    const names = attributes.map(([, name = '']) => name.toLowerCase());
    // As in HTML, of several attributes of a name the first counts.
    const href = attributes[names.indexOf('href')];
    if (!href) continue;
    const [whole, , value = ''] = href;
    const end = index + href.index + whole.length;
    const url = decodeReferences(value.replace(/^(["'])(.*)\1$/s, '$2'));
    hrefs.push({ url, start: end - value.length, end, names });
  }
  return hrefs;
}

/**
 * Write a text as the value of an attribute.
 *
 * @param text
 *   Any text, such as a URL.
 * @returns
 *   The value, with its quotes.
 */
export function attributeValue(text: string): string {
  return `"${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
}

/** Decode the character references that URLs have: `&amp;`, and those by number. */
function decodeReferences(text: string): string {
  return text.replace(/&(?:amp|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (_, decimal, hex) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '26', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/**
 * Finds what is inside HTML anchors; takes raw HTML and items in the order of the document.
 *
 * As in HTML, a second `<a>` ends the first, and one that is never closed holds nothing.
 */
export class AnchorContents<Item> {
  /** The items inside an anchor that is closed. */
  readonly found: Array<Item> = [];
  /** The items since an `<a>` that may yet be closed. */
  #pending: Array<Item> | undefined;

  /** Take raw HTML. */
  html(html: string): void {
    for (const tag of anchorTags(html)) {
      if (tag === 'close')
        for (const item of this.#pending ?? []) this.found.push(item);
      this.#pending = tag === 'open' ? [] : undefined;
    }
  }

  /** Take an item that may be inside an anchor. */
  add(item: Item): void {
    this.#pending?.push(item);
  }
}

/**
 * Find the items that are inside the anchors of raw HTML.
 *
 * @param items
 *   Items that may be, each with its place in the document.
 * @param html
 *   Raw HTML that may have tags of anchors, with its place.
 */
export function insideAnchors<Item extends { offset: number }>(
  items: ReadonlyArray<Item>,
  html: ReadonlyArray<{ offset: number; value: string }>,
): ReadonlyArray<Item> {
  const anchors = new AnchorContents<Item>();
  const all = [
    ...html.map(({ offset, value }) => ({ offset, take: () => anchors.html(value) })),
    ...items.map((item) => ({ offset: item.offset, take: () => anchors.add(item) })),
  ];
  for (const { take } of all.sort((a, b) => a.offset - b.offset)) take();
  return anchors.found;
}
