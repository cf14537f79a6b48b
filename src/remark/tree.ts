import type { Data, Link, Literal } from 'mdast';
import type { Position } from 'unist';
import type { Contact } from '../core/contact.js';
import type { Finding } from '../core/finding.js';

/** A finding and the place in the document that it is about. */
export interface PlacedFinding extends Finding {
  position: Position;
}

/** What parsing a document has to tell the transform; on the root in between. */
export interface ContactLinkReport {
  findings: Array<PlacedFinding>;
  /** Each contact link with its source, in the order of the document. */
  links: Map<Link, string>;
}

/**
 * A shorthand that is no link: its source text, whole.
 *
 * It is a node of its own, not `text`, so that nothing takes it for prose (no quotes
 * become curly in it, no address a link) and so that it is written back as it was.
 */
export interface ContactLinkLiteral extends Literal {
  type: 'contactLinkLiteral';
  data?: Data | undefined;
  position?: Position | undefined;
}

/** The same as `Properties` of hast. */
interface HastProperties {
  [name: string]: boolean | number | string | null | undefined | Array<string | number>;
}

declare module 'mdast' {
  interface LinkData {
    /** What the link says, on a link that comes from a shorthand. */
    contact?: Contact | undefined;
    /** Attributes of the anchor, as mdast-util-to-hast takes them. */
    hProperties?: HastProperties | undefined;
  }

  interface TextData {
    /** Whether the text is the default label of a contact link, not the author's. */
    contactLinkLabel?: 'default' | undefined;
  }

  interface RootData {
    /** Until the transform has reported it. */
    contactLinks?: ContactLinkReport | undefined;
  }

  interface PhrasingContentMap {
    contactLinkLiteral: ContactLinkLiteral;
  }

  interface RootContentMap {
    contactLinkLiteral: ContactLinkLiteral;
  }
}
