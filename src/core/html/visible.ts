import { tagPattern } from './anchors.js';

/**
 * A character that a reader can see: not white space, a control, something that is ignored
 * in display (UAX #44, Default_Ignorable_Code_Point), an interlinear annotation, or the
 * braille pattern without a dot.
 */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/u;

/** Whether a reader sees anything of a text. */
export function isVisibleText(text: string): boolean {
  return visible.test(text);
}

/** A tag that has an attribute: an icon may be drawn by its class. */
const tagWithAttribute = /^<[a-z][^\s/>]*[\s/]+[^\s/>]/i;

/**
 * Whether a reader may see anything of the tags in raw HTML; a comment shows nothing, and an
 * element without attributes shows nothing but its content.
 */
export function isVisibleHtml(html: string): boolean {
  return Array.from(html.matchAll(tagPattern)).some(([tag]) =>
    tagWithAttribute.test(tag),
  );
}
