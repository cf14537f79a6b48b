import type { Token } from 'micromark-util-types';
import type { Unclosed } from '../core/shorthand/unclosed.js';

/** A shorthand whose label is being read. */
export interface OpenStart {
  /** `contactLinkStart`. */
  token: Token;
  /**
   * Its `[[`: until the label is closed it passes for the start of a link, so that
   * literal autolinks know that they stand in link text.
   */
  marker: Token;
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `[[skype:call a]]`, `[[skype:call a|label]]`. */
    contactLink: 'contactLink';
    /** `[[`. */
    contactLinkMarker: 'contactLinkMarker';
    /** `skype:call a` and what ends it: `]]`, `|` or `\|`. */
    contactLinkHead: 'contactLinkHead';
    /** `[[skype:call a|`, until its `]]` is found. */
    contactLinkStart: 'contactLinkStart';
    /** `label`. */
    contactLinkLabel: 'contactLinkLabel';
    /** `]]` behind a label. */
    contactLinkEnd: 'contactLinkEnd';
    /** The `[` of a shorthand that is not closed: it marks the place of a message. */
    contactLinkUnclosed: 'contactLinkUnclosed';
  }

  interface Token {
    /** On `contactLinkUnclosed`. */
    _contactLinkUnclosed?: Unclosed;
  }

  interface TokenizeContext {
    /** The shorthand whose label is being read; innermost wins, so there is one. */
    _contactLinkStart?: OpenStart | undefined;
    /** The shorthand that was just found not to be closed, and where it begins. */
    _contactLinkUnclosed?: Unclosed & { offset: number };
  }
}
