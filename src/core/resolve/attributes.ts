import type { Attributes } from '../names.js';
import { own } from '../own.js';

/**
 * Attributes that do nothing by themselves: no handler, nothing that loads, and nothing
 * that changes where the link leads.
 */
export const inertAttribute =
  /^(?:class|id|rel|title|target|lang|dir|hreflang|type|role|tabindex|translate|referrerpolicy|data-[a-z\d-]+|aria-[a-z]+)$/;

/** Scopes of links to more than one service, the widest first. */
export const sharedScopes = ['*', '*:app'] as const;

/**
 * List the scopes of a link, the widest first: all links, those that open an app, its service,
 * its action.
 */
export function scopesOf(url: string, service: string, action: string | null) {
  const [all, app] = sharedScopes;
  const shared = /^https?:/i.test(url) ? [all] : [all, app];
  return [...shared, service, ...(action === null ? [] : [`${service}:${action}`])];
}

/**
 * Get the attributes of a link: later layers win over earlier ones, and in a layer later scopes
 * over earlier ones; classes add up.
 *
 * @param layers
 *   Attributes by `*`, `*:app`, `skype` or `skype:call`; `true` is one without a value,
 *   `false` none.
 * @param scopes
 *   The scopes of the link, the widest first.
 */
export function attributesOf(
  layers: ReadonlyArray<Readonly<Record<string, Attributes>>>,
  scopes: ReadonlyArray<string>,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const layer of layers) {
    for (const scope of scopes) {
      for (const [name, value] of Object.entries(own(layer, scope) ?? {})) {
        const before = name === 'class' && result.class ? `${result.class} ` : '';
        if (value === false) delete result[name];
        else result[name] = before + (value === true ? '' : String(value));
      }
    }
  }
  return result;
}
