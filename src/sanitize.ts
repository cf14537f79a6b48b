import type { Settings } from './core/settings.js';

/** The part of a schema of rehype-sanitize (hast-util-sanitize) that is used here. */
export interface SanitizeSchema {
  protocols?: Record<string, Array<string> | null | undefined> | null | undefined;
}

/** A `urlTransform` of react-markdown. */
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
  // Without a list, the schema lets every protocol through; a list would forbid the others.
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
    // Contact links have schemes in lower case; any other URL is not one of them.
    key === 'href' && allowed.has(url.replace(/[:/?#][\s\S]*/, ''))
      ? url
      : urlTransform(url, key, node);
}

function schemes({ services }: Settings): Set<string> {
  return new Set([...services.values()].flatMap((service) => service.schemes));
}
