/** Why a case is not the same in an engine, by what is not the same. */
export interface Limit {
  html?: string;
  messages?: string;
  /** In MDX, where the engine has that. */
  mdx?: string;
}

/** The messages of links in links, where an engine does not know the places of links. */
const noPlace: Limit = {
  messages: 'links have no place, so no message says how to move something out of one',
};
const unplaced: Readonly<Record<string, Limit>> = {
  'markdown/inside-a-link': noPlace,
  'markdown/inside-a-link-whose-text-ends-with-white-space': noPlace,
  'messages/in-a-table': noPlace,
  'messages/nested-link': noPlace,
};

/** What marked does otherwise, in both versions. */
const marked: Readonly<Record<string, Limit>> = {
  'label/footnotes-come-behind-the-link': { html: 'no footnotes without an extension' },
  'label/is-inline-markdown': { html: 'named character references stay as they are' },
  'markdown/image-descriptions-with-links-are-never-touched': {
    html: 'an image with a link in its description is not an image',
    messages: 'the same',
  },
  'markdown/in-a-footnote': { html: 'no footnotes without an extension' },
  'markdown/in-lists-and-quotes': { html: 'task lists have no classes' },
  'markdown/inside-a-link-whose-text-ends-with-white-space': {
    html: 'white space at the edges of lines stays',
  },
  'markdown/quote-mark-in-an-indented-line': {
    html: 'white space at the start of a line stays',
  },
  'markdown/wins-over-a-reference-between-two': {
    html: 'brackets before other brackets are a reference all the same',
  },
  'messages/unclosed-is-markdown': {
    messages:
      'emphasis is read before what is in it, so that its end is not in the head',
  },
};

/** A limit of marked 17 that cases with brackets in links and images meet. */
const noBrackets: Limit = {
  html: 'the text of a link, or a description, holds no pair of double brackets',
  messages: 'the same',
};

/**
 * What engines cannot hold, by engine and case: each is a limit of the engine, not of the
 * plugin.
 */
export const limits: Readonly<
  Record<
    'markdownIt' | 'marked17' | 'marked18' | 'satteri',
    Readonly<Record<string, Limit>>
  >
> = {
  markdownIt: {
    'markdown/in-a-footnote': { html: 'no footnotes without a plugin' },
    'markdown/in-lists-and-quotes': { html: 'no task lists without a plugin' },
    'messages/near-misses-with-addresses': {
      html: 'linkify makes no link of an address behind a colon',
    },
    ...unplaced,
    'label/footnotes-come-behind-the-link': { html: 'no footnotes without a plugin' },
  },
  marked17: {
    ...marked,
    'label/innermost-wins-in-links-and-images': noBrackets,
    'markdown/image-descriptions-are-never-touched': noBrackets,
    'markdown/inside-a-link': noBrackets,
    'markdown/inside-a-link-whose-text-ends-with-white-space': noBrackets,
    'messages/in-a-table': noBrackets,
    'messages/nested-link': noBrackets,
    'messages/near-misses-left-in-peace': noBrackets,
    'messages/unclosed-over-links-and-images': noBrackets,
    'options/attributes-not-on-wrong-ones': noBrackets,
  },
  marked18: {
    ...marked,
    ...unplaced,
    'markdown/inside-a-link-whose-text-ends-with-white-space': {
      html: 'white space at the edges of lines stays',
      ...noPlace,
    },
  },
  satteri: {
    'markdown/wins-over-a-resource-behind-it': {
      html: 'the engine has read `(url)` as part of a link and does not read it again',
      mdx: 'the same',
    },
    'markdown/wins-over-more-after-a-reference': {
      html: 'the engine has read `[help]` as part of a link and does not read on from it',
      mdx: 'the same',
    },
  },
};
