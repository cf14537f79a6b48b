import type { Token } from 'marked';
import type { ContactLink } from '../core/contact-link.js';
import type { NearMiss } from '../core/findings/near-misses.js';
import type { Problem } from '../core/findings/problem.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';

/** What was found at a token. */
export type Note =
  | {
      /** The token is a shorthand that is closed. */
      kind: 'shorthand';
      /** The shorthand as marked has it: in a table without the backslash before a bar. */
      source: string;
      head: string;
      result: ContactLink | Problem;
    }
  /** The bracket of a shorthand that is not closed. */
  | { kind: 'unclosed'; unclosed: Unclosed }
  /** The bracket of a possible near miss, with the text that may belong to it. */
  | { kind: 'near-miss'; source: string; find: (text: string) => Array<NearMiss> }
  /** A link that is not a shorthand, and that cannot go where the site redirects it. */
  | { kind: 'redirect'; problem: Problem };

/** What is known of tokens beyond what marked keeps in them. */
export class Notes {
  readonly found: WeakMap<Token, Note> = new WeakMap();
  /** The contact links of tokens that the extension made or redirected. */
  readonly links: WeakMap<Token, ContactLink> = new WeakMap();
  /** The token lists of documents in which something was found. */
  readonly documents: WeakSet<object> = new WeakSet();
}
