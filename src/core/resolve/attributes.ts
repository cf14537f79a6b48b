import type { Attributes } from '../names.js';
import { own } from '../own.js';

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
 *   Attributes by `*`, `skype` or `skype:call`; `true` is one without a value, `false` none.
 */
export function attributesOf(
  table: Readonly<Record<string, Attributes>>,
  service: string,
  action: string | null,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const key of ['*', service, `${service}:${action}`]) {
    for (const [name, value] of Object.entries(own(table, key) ?? {})) {
      const before = name === 'class' && result.class ? `${result.class} ` : '';
      if (value === false) delete result[name];
      else result[name] = before + (value === true ? '' : String(value));
    }
  }
  return result;
}
