import type { Attributes } from './names.js';

/**
 * Attributes that do nothing by themselves: no handler, nothing that loads, and nothing
 * that changes where the link leads.
 */
export const inertAttribute =
  /^(?:class|id|rel|title|target|lang|dir|hreflang|type|role|tabindex|translate|referrerpolicy|data-[a-z\d-]+|aria-[a-z]+)$/;

/**
 * Get the attributes of a contact link: what is for all, then for the service, then for
 * the action; the later win, and classes add up.
 *
 * @param table
 *   Attributes by `*`, `skype` or `skype:call`.
 */
export function attributesOf(
  table: Readonly<Record<string, Attributes>>,
  service: string,
  action: string | null,
): Attributes {
  const result: Record<string, string | number | boolean> = {};
  for (const key of ['*', service, `${service}:${action}`]) {
    const attributes = table[key] ?? {};
    const classes = [result.class, attributes.class].filter(Boolean).join(' ');
    Object.assign(result, attributes, classes && { class: classes });
  }
  return result;
}
