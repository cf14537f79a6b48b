import type { Token } from 'marked';
import type { ContactLink } from '../core/contact-link.js';
import type { NearMiss } from '../core/findings/near-misses.js';
import type { Problem } from '../core/findings/problem.js';
import type { Unclosed } from '../core/shorthand/unclosed.js';

/** What was found at a token. */
export type Note =
  | {
      /** A shorthand that is closed, which the token is. */
      kind: 'shorthand';
      /** As marked has it: in a table without the backslash of a bar. */
      source: string;
      head: string;
      result: ContactLink | Problem;
    }
  /** The bracket of a shorthand that is not closed. */
  | { kind: 'unclosed'; unclosed: Unclosed }
  /** The bracket of what may be nearly a shorthand, and what may belong to it. */
  | { kind: 'near-miss'; source: string; find: (text: string) => Array<NearMiss> }
  /** A link that is not a shorthand, and that cannot follow where the site redirects it. */
  | { kind: 'redirect'; problem: Problem };

/** What is known of tokens, beside what marked keeps in them. */
export class Notes {
  readonly found: WeakMap<Token, Note> = new WeakMap();
  /** Where links lead that are made or redirected. */
  readonly links: WeakMap<Token, ContactLink> = new WeakMap();
  /** Tokens of the documents in which something was found. */
  readonly documents: WeakSet<object> = new WeakSet();
}
