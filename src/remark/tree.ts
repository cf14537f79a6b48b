import type { Data, Link, Literal, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Contact } from '../core/contact.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';

/** What is known of a contact link, other than what its node holds. */
export interface LinkReport {
  /** The shorthand. */
  source: string;
  /** What comes after its `[[`. */
  head: string;
  /** The references to footnotes of its label, which are after it. */
  notes: ReadonlyArray<PhrasingContent>;
  /** Name of the service that the link leads to. */
  service: string;
  /** What the link belongs to, by option `attributes`. */
  scopes: ReadonlyArray<string>;
}

/** A shorthand in the text of a link. */
export interface NestedShorthand extends Pick<LinkReport, 'head' | 'source'> {
  /** What there is to report, before it is known where the link ends. */
  finding: PlacedFinding;
}

/** What parsing a document has to tell the transform; on the root in between. */
export interface ContactLinkReport {
  findings: Array<PlacedFinding>;
  /** Shorthands in the text of links, by these links, in the order of the document. */
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

/** The same as `Properties` of hast. */
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
     * On the default label of a contact link; `written` is what the author wrote in place of
     * a label and shows nothing.
     */
    contactLinkLabel?: { written: string | undefined } | undefined;
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
