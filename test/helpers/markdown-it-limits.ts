/**
 * What markdown-it cannot hold, by case: each is a limit of the engine, not of the plugin.
 * The reason stands under what it keeps from being equal.
 */
export const markdownItLimits: Readonly<
  Record<string, { html?: string; messages?: string }>
> = {
  'in-a-footnote': { html: 'no footnotes without a plugin' },
  'in-emphasis': { html: '`~~x~~` is `s`, not `del`' },
  'in-lists-and-quotes': { html: 'no task lists without a plugin' },
  'label-footnote-is-unwrapped': { html: 'no footnotes without a plugin' },
  'label-is-inline-markdown': { html: '`~~x~~` is `s`, not `del`' },
};
