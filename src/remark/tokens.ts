import type { Unclosed } from '../core/shorthand/unclosed.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `[[skype:call a]]`, `[[skype:call a|label]]`. */
    contactLink: 'contactLink';
    /** `[[`. */
    contactLinkMarker: 'contactLinkMarker';
    /** `skype:call a` and what ends it: `]]`, `|` or `\|`. */
    contactLinkHead: 'contactLinkHead';
    /** `label`. */
    contactLinkLabel: 'contactLinkLabel';
    /** `]]` after a label. */
    contactLinkEnd: 'contactLinkEnd';
    /** The `[` of a shorthand that is not closed: it marks the place of a message. */
    contactLinkUnclosed: 'contactLinkUnclosed';
  }

  interface Token {
    /** On a `contactLinkUnclosed`: the shorthand. */
    _contactLinkUnclosed?: Unclosed;
  }

  interface TokenizeContext {
    /** The shorthand that was just found not to be closed, and where it begins. */
    _contactLinkUnclosed?: Unclosed & { offset: number };
    /** How far labels were read, closed or not. */
    _contactLinkReach?: number;
  }
}
