import type { MdastVisitorContext } from 'satteri';
import { linkFinding } from '../core/findings/finding.js';
import type { Settings } from '../core/settings.js';
import { toProperties } from '../unist/hast-properties.js';
import type { PlacedFinding } from './links.js';
import { childrenOf, type Node, text } from './nodes.js';

/** What a link or its definition says. */
interface Destination {
  url: string;
  title: string | null;
}

/** A link as it is written. */
interface WrittenLink {
  start: number;
  end: number;
  node: Node;
}

type Definition = Destination & { identifier: string };

/** Called with nodes of one type. */
type Visitor = (node: Readonly<Node>, context: MdastVisitorContext) => void;

/** What visits the nodes that lead somewhere. */
type LinkVisitors = Record<'link' | 'linkReference', Visitor>;

/** The plugin that changes links, as Sätteri takes it. */
export interface RedirectPlugin extends LinkVisitors {
  name: 'contact-links-redirect';
}

/**
 * Redirects the links, autolinks and references of a document that are not shorthands. Findings
 * are made while the tree is as it was written. The links change in a plugin of its own, after
 * the one that replaces shorthands.
 */
export class LinkRedirects {
  readonly #links: Array<WrittenLink> = [];
  readonly #definitions = new Map<string, Destination>();

  /** Visitors that note links and definitions, and change nothing. */
  readonly visitors: LinkVisitors & { definition: Visitor } = {
    definition: (node) => {
      const { identifier, title, url } = node as Definition;
      // As in CommonMark, the first definition of an identifier counts.
      if (this.#definitions.has(identifier)) return;
      this.#definitions.set(identifier, { title, url });
    },
    link: (node) => this.#note(node),
    linkReference: (node) => this.#note(node),
  };

  #note(node: Node): void {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    // A link without a place comes from another plugin.
    if (start !== undefined && end !== undefined)
      this.#links.push({ start, end, node });
  }

  /** Make a finding for each link that should go elsewhere and cannot. */
  findings(source: string, settings: Settings): Array<PlacedFinding> {
    return this.#links.flatMap(({ end, node, start }) => {
      const { url } = this.#destinationOf(node);
      const result = settings.redirecting?.redirectUri(url, settings);
      return result?.kind === 'problem'
        ? [{ ...linkFinding(result, source.slice(start, end)), start }]
        : [];
    });
  }

  /** Make the plugin that changes links. */
  plugin(settingsFor: (data: unknown) => Settings): RedirectPlugin {
    const redirect: Visitor = (node, context) => {
      const data = node.data as { contact?: unknown; hProperties?: object } | undefined;
      // The link of a shorthand is redirected already.
      if (data?.contact) return;
      const settings = settingsFor(context.data);
      const { title, url } = this.#destinationOf(node);
      const result = settings.redirecting?.redirectUri(url, settings);
      if (result?.kind !== 'link') return;
      const { title: titleToAdd, ...others } = result.attributes;
      const children = childrenOf(node);
      const [label] = children;
      // An autolink shows its URL.
      const isUrl = label?.type === 'text' && label.value === url;
      context.replaceNode(node, {
        type: 'link',
        url: result.url,
        title: title ?? titleToAdd ?? null,
        children: isUrl ? [text(result.label)] : [...children],
        data: {
          ...data,
          hProperties: { ...toProperties(others), ...data?.hProperties },
        },
      } as Node);
    };
    return {
      name: 'contact-links-redirect',
      link: redirect,
      linkReference: redirect,
    };
  }

  #destinationOf(node: Node): Destination {
    if (node.type === 'link') return node as Destination;
    const { identifier } = node as Definition;
    return this.#definitions.get(identifier) ?? { title: null, url: '' };
  }
}
