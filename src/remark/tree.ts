import type { Data, Link, Literal, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Contact } from '../core/contact.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';

/** What is known of a contact link beyond what its node holds. */
export interface LinkReport {
  /** The whole shorthand, from `[[` to `]]`. */
  source: string;
  /** What comes after its `[[`. */
  head: string;
  /** The references to footnotes in its label, which come after the link. */
  notes: ReadonlyArray<PhrasingContent>;
  /** Name of the service that the link leads to. */
  service: string;
  /** Its scopes in option `attributes`, the widest first. */
  scopes: ReadonlyArray<string>;
}

/** A shorthand in the text of a link. */
export interface NestedShorthand extends Pick<LinkReport, 'head' | 'source'> {
  /** What there is to report, before it is known where the link ends. */
  finding: PlacedFinding;
}

/** What parsing a document leaves for the transform; on the root in between. */
export interface ContactLinkReport {
  findings: Array<PlacedFinding>;
  /** Shorthands in the text of other links, by those links, in the order of the document. */
  nested: Map<Link, Array<NestedShorthand>>;
  /** Each contact link, in the order of the document. */
  links: Map<Link, LinkReport>;
}

/**
 * A shorthand that is not a link: its source text, whole.
 *
 * It is a node of its own, not `text`, so that nothing takes it for prose (no quotes
 * become curly in it, no address a link) and so that it is written back as it was.
 */
export interface ContactLinkLiteral extends Literal {
  type: 'contactLinkLiteral';
  data?: Data | undefined;
  position?: Position | undefined;
}

/** `Properties` of hast. */
interface HastProperties {
  [name: string]: boolean | number | string | null | undefined | Array<string | number>;
}

/** A text of hast. */
interface HastText {
  type: 'text';
  value: string;
}

declare module 'mdast' {
  interface LinkData {
    /** What the link says, on a link that comes from a shorthand. */
    contact?: Contact | undefined;
    /** Attributes of the anchor, as mdast-util-to-hast takes them. */
    hProperties?: HastProperties | undefined;
    /** What the anchor shows in place of the children, for mdast-util-to-hast. */
    hChildren?: Array<HastText> | undefined;
  }

  interface LinkReferenceData {
    /** Attributes of the anchor, as mdast-util-to-hast takes them. */
    hProperties?: HastProperties | undefined;
    /** What the anchor shows in place of the children, for mdast-util-to-hast. */
    hChildren?: Array<HastText> | undefined;
  }

  interface TextData {
    /**
     * On the default label of a contact link; `written` is the author's label where that shows
     * nothing.
     */
    contactLinkLabel?: { written: string | undefined } | undefined;
  }

  interface RootData {
    /** What parsing leaves for the transform, which takes it away. */
    contactLinks?: ContactLinkReport | undefined;
  }

  interface PhrasingContentMap {
    contactLinkLiteral: ContactLinkLiteral;
  }

  interface RootContentMap {
    contactLinkLiteral: ContactLinkLiteral;
  }
}
