import type { Parameter } from './service.js';

/**
 * Make a parameter that has a list of values.
 *
 * @param values
 *   The values, lower case; authors may write them in any case.
 * @returns
 *   The list, and a check for it.
 */
export function oneOf(
  values: ReadonlyArray<string>,
): Required<Pick<Parameter, 'check' | 'values'>> {
  const list = values.map((value) => `\`${value}\``).join(', ');
  return {
    values,
    check: (value) =>
      values.includes(value.toLowerCase()) ? undefined : `use one of ${list}`,
  };
}
