/** Why a case is not the same in an engine, by what is not the same. */
export interface Limit {
  html?: string;
  messages?: string;
  /** In MDX, where the engine has that. */
  mdx?: string;
}

/**
 * What engines cannot hold, by engine and case: each is a limit of the engine, not of the
 * plugin.
 */
export const limits: Readonly<
  Record<'markdownIt' | 'satteri', Readonly<Record<string, Limit>>>
> = {
  markdownIt: {
    'markdown/in-a-footnote': { html: 'no footnotes without a plugin' },
    'markdown/in-lists-and-quotes': { html: 'no task lists without a plugin' },
    'messages/near-misses-with-addresses': {
      html: 'linkify makes no link of an address behind a colon',
    },
    'label/footnote-is-unwrapped': { html: 'no footnotes without a plugin' },
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
