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
 * List what a link belongs to: all links, those that open an app, its service, its action.
 * The widest comes first.
 */
export function scopesOf(url: string, service: string, action: string | null) {
  const [all, app] = sharedScopes;
  const shared = /^https?:/i.test(url) ? [all] : [all, app];
  return [...shared, service, ...(action === null ? [] : [`${service}:${action}`])];
}

/**
 * Get the attributes of a link: the later layers win over the earlier ones, the later scopes
 * over the earlier ones, and classes add up.
 *
 * @param layers
 *   Attributes by `*`, `*:app`, `skype` or `skype:call`; `true` is one without a value,
 *   `false` none.
 * @param scopes
 *   What the link belongs to.
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
