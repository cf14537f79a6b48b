import type { Service } from '../services/service.js';
import type { Contact } from './contact.js';
import type { Problem } from './findings/problem.js';

/** A shorthand that is a link. */
export interface ContactLink {
  readonly kind: 'link';
  /** What the author wrote. */
  readonly contact: Contact;
  /** The service that it leads to. */
  readonly service: Service;
  /** The URI, strictly percent-encoded ASCII. */
  readonly url: string;
  /** The label for a shorthand that is written without one. */
  readonly label: string;
  /** Its scopes in option `attributes`, the widest first: `*`, `*:app`, `tel`, `tel:call`. */
  readonly scopes: ReadonlyArray<string>;
  /** Attributes of its anchor, other than `href`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What could be better about it. */
  readonly advice: ReadonlyArray<Problem>;
}
