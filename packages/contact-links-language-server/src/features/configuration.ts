import { type Contacts, isTable } from 'contact-links/add-contacts';
import type { Range } from 'remark-contact-links/core';
import { OptionError, type Options, resolveSettings } from 'remark-contact-links/core';
import { placeOf, readJson } from '../projects/json.js';
import { checkPlain, splitOptions } from '../projects/split-options.js';

/** Something that is wrong in a configuration file. */
export interface OptionFault {
  range: Range;
  reason: string;
}

/** How many faults are looked for: each one takes a check of all options. */
const most = 20;

/**
 * Find what is wrong in a configuration file, or in an address book.
 *
 * @param text
 *   The file, which is JSON.
 * @param path
 *   The keys that lead to the options: none but in `package.json`.
 * @param isBook
 *   Whether it is an address book.
 * @param others
 *   Options with which an address book is checked.
 */
export function checkConfiguration(
  text: string,
  path: ReadonlyArray<string>,
  isBook: boolean,
  others: Options,
): Array<OptionFault> {
  try {
    return faultsIn(text, path, isBook, others);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { start: 0, end: Math.min(1, text.length) };
    return [{ range, reason: 'Options are nested too deeply' }];
  }
}

function faultsIn(
  text: string,
  path: ReadonlyArray<string>,
  isBook: boolean,
  others: Options,
): Array<OptionFault> {
  const { faults, root } = readJson(text);
  if (!root || faults.length > 0) return [...faults];
  let value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  for (const key of path) value = isTable(value) ? value[key] : undefined;
  if (value === undefined) return [];
  if (!isTable(value)) {
    return [
      { range: placeOf(root, path), reason: 'Wrong JSON: an object is expected' },
    ];
  }
  const { options: given, plain } = splitOptions(value);
  // The contacts have not been checked yet.
  const contacts = value as Contacts;
  const options: Options = structuredClone(isBook ? { ...others, contacts } : given);
  const checks = isBook
    ? [() => resolveSettings(options)]
    : [() => checkPlain(plain), () => resolveSettings(options)];
  const found: Array<OptionFault> = [];
  while (found.length < most) {
    const error = faultOf(checks);
    if (!error) break;
    const at = isBook ? error.path.slice(1) : [...path, ...error.path];
    found.push({ range: placeOf(root, at), reason: error.message });
    const isRemoved = remove(options, error.path) || remove(plain, error.path);
    if (!isRemoved) break;
  }
  return found;
}

/** Find the first fault; the error for options that are nested too deeply is thrown. */
function faultOf(checks: ReadonlyArray<() => unknown>): OptionError | undefined {
  try {
    for (const check of checks) check();
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    return error;
  }
  return undefined;
}

/** Remove a wrong option, to find the next one; returns whether it was there. */
function remove(options: object, path: ReadonlyArray<string>): boolean {
  let at: unknown = options;
  for (const key of path.slice(0, -1)) at = isTable(at) ? at[key] : undefined;
  const [last] = path.slice(-1);
  if (last === undefined || !isTable(at) || !Object.hasOwn(at, last)) return false;
  return delete at[last];
}
