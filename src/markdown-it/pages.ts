import type { Finding } from '../core/findings/finding.js';
import { createRetirements } from '../core/findings/message.js';
import type { Settings } from '../core/settings.js';
import type { MarkdownIt, StateCore, Token } from './types.js';

/** A document as the host has given it. */
export interface Page {
  /** The text, with its own line endings. */
  source: string;
  env: unknown;
  retirement: (name: string, actual: string) => Finding | undefined;
}

/** What a state parses: a page, or the title of a container in it. */
export interface Parsed {
  page: Page;
  container?: Token | undefined;
}

/** Knows the pages that may have something to report or to redirect. */
export class Pages {
  readonly #parsed = new WeakMap<StateCore, Parsed>();
  readonly #titled = new WeakMap<Token, Page>();
  readonly #wrapped = new WeakSet<object>();
  readonly #settings: Settings;
  /** The container that is being rendered. */
  #container: Token | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Core rule: remember the source before its line endings are normalized. */
  readonly remember = (state: StateCore): void => {
    if (this.mayHave(state.src)) this.#parsed.set(state, this.#begin(state));
  };

  /** Whether a text may have a shorthand, or another link that is redirected. */
  mayHave(text: string): boolean {
    // A link that is redirected may begin with any letter, such as that of a host.
    return this.#settings.redirecting !== undefined || text.includes('[[');
  }

  /** Get what a state parses, with the lines that the state has. */
  of(state: StateCore): Parsed {
    const parsed = this.#parsed.get(state) ?? this.#begin(state);
    const { container, page } = parsed;
    // Another plugin may have changed the source, too.
    const { src } = state;
    if (container || page.source === src || normalize(page.source) === src)
      return parsed;
    return { page: { ...page, source: src } };
  }

  #begin(state: StateCore): Parsed {
    const container = this.#container;
    const page = container?.info.includes(state.src) && this.#titled.get(container);
    if (page) {
      // The host does not say which page it is.
      state.env = page.env;
      return { page, container };
    }
    const { env, src: source } = state;
    return { page: { source, env, retirement: createRetirements(this.#settings) } };
  }

  /**
   * Recognize the title of a container when it is rendered: markdown-it-container leaves titles
   * to the host, and hosts such as VitePress parse them only then, as a text without a page.
   */
  watch(token: Token, page: Page, { renderer: { rules } }: MarkdownIt): void {
    this.#titled.set(token, page);
    const render = rules[token.type];
    if (!render || this.#wrapped.has(render)) return;
    const watched = (
      ...given: Parameters<typeof render>
    ): ReturnType<typeof render> => {
      const [tokens, index] = given as unknown as [Array<Token>, number];
      const outer = this.#container;
      this.#container = tokens[index];
      try {
        return render.apply(rules, given);
      } finally {
        this.#container = outer;
      }
    };
    this.#wrapped.add(watched);
    rules[token.type] = watched;
  }
}

/** Normalize a document as markdown-it does. */
function normalize(document: string): string {
  return document.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD');
}
