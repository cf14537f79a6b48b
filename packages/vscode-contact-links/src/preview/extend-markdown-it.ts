import type { Options } from 'remark-contact-links/core';
import contactLinks from 'remark-contact-links/markdown-it';

type Plugin = typeof contactLinks;
type Rule = (...given: ReadonlyArray<unknown>) => unknown;
type Register = (other: string, name: string, rule: Rule) => void;
type Ruler = Partial<Record<'before' | 'after', Register>>;

/** The parts of the preview's engine that are used; it has been markdown-it 12 for years. */
export type MarkdownIt = Parameters<Plugin>[0] & {
  parse(text: string, env: unknown): unknown;
  utils: { escapeHtml(text: string): string };
};

/**
 * Add contact links to the engine of a preview.
 *
 * VS Code parses all pages with one engine. The plugin is therefore set up once for each
 * configuration, and the engine gets rules that call those for the configuration of the page.
 *
 * @param md
 *   The engine.
 * @param optionsOf
 *   Gives the options for the text of a page; the same object as long as they are the same.
 * @returns
 *   The engine.
 */
export function extendMarkdownIt<Engine extends MarkdownIt>(
  md: Engine,
  optionsOf: (text: string) => Options,
): Engine {
  const configured = new WeakMap<Options, ReadonlyMap<string, Rule>>();
  const placed = new Set<string>();
  let rules: ReadonlyMap<string, Rule> | undefined;
  let isParsing = false;
  const parse = md.parse;
  md.parse = (text, env) => {
    // A text that another plugin parses in the meantime is a part of the page.
    if (isParsing) return parse.call(md, text, env);
    rules = rulesFor(optionsOf(text));
    isParsing = true;
    try {
      return parse.call(md, text, env);
    } finally {
      isParsing = false;
    }
  };
  // From version 13 on, the engine renders these tokens itself.
  md.renderer.rules.text_special ??= ((
    tokens: ReadonlyArray<{ content: string }>,
    at: number,
  ) => md.utils.escapeHtml(tokens[at]?.content ?? '')) as never;
  return md;

  function rulesFor(options: Options): ReadonlyMap<string, Rule> {
    const known = configured.get(options);
    if (known) return known;
    const found = new Map<string, Rule>();
    const restore = record(md, (key, rule, place) => {
      found.set(key, rule);
      if (placed.has(key)) return;
      placed.add(key);
      place((...given) => rules?.get(key)?.(...given) ?? false);
    });
    try {
      // The preview shows a page even if it has errors.
      contactLinks(md, { ...options, invalid: 'warn' });
    } finally {
      restore();
    }
    configured.set(options, found);
    return found;
  }
}

/**
 * Call a function in place of the methods that register rules in an engine.
 *
 * @param watch
 *   Called with each rule, and with a function that registers another one in its place.
 * @returns
 *   Function that restores the methods.
 */
function record(
  md: MarkdownIt,
  watch: (key: string, rule: Rule, place: (rule: Rule) => void) => void,
): () => void {
  const rulers = {
    core: md.core.ruler,
    inline: md.inline.ruler,
    last: md.inline.ruler2,
  };
  const watched = Object.entries(rulers) as unknown as ReadonlyArray<[string, Ruler]>;
  for (const [name, ruler] of watched) {
    for (const where of ['before', 'after'] as const) {
      const register = ruler[where]?.bind(ruler);
      ruler[where] = (other, rule, work) =>
        watch(`${name} ${where} ${other} ${rule}`, work, (own) =>
          register?.(other, rule, own),
        );
    }
  }
  return () => {
    for (const [, ruler] of watched) {
      // Without these properties, the methods of the class are called again.
      delete ruler.before;
      delete ruler.after;
    }
  };
}
