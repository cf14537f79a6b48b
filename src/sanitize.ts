import type { Settings } from './core/settings.js';

/** What is known here of a schema of rehype-sanitize (hast-util-sanitize). */
export interface SanitizeSchema {
  protocols?: Record<string, Array<string> | null | undefined> | null | undefined;
}

/** What is known here of a `urlTransform` of react-markdown. */
export type UrlTransform<Node> = (
  url: string,
  key: string,
  node: Node,
) => string | null | undefined;

/** Extend a schema by the schemes of the registered services, for `href` alone. */
export function extendSchema<Schema extends SanitizeSchema>(
  schema: Schema,
  settings: Settings,
): Schema {
  const { protocols } = schema;
  // Without a list all protocols are let through, and a list would forbid them.
  if (!protocols?.href) return schema;
  const href = [...new Set([...protocols.href, ...schemes(settings)])];
  return { ...schema, protocols: { ...protocols, href } };
}

/**
 * Let the schemes of the registered services through in `href`, and leave every other URL
 * to another function.
 */
export function extendUrlTransform<Node>(
  urlTransform: UrlTransform<Node>,
  settings: Settings,
): UrlTransform<Node> {
  const allowed = schemes(settings);
  return (url, key, node) =>
    // Contact links have lower case schemes; whatever else looks like one is none.
    key === 'href' && allowed.has(url.replace(/[:/?#][\s\S]*/, ''))
      ? url
      : urlTransform(url, key, node);
}

function schemes({ services }: Settings): Set<string> {
  return new Set([...services.values()].flatMap((service) => service.schemes));
}
