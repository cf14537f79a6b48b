import type { Counts } from './report/index.js';
import type { Outcome } from './work.js';

/**
 * What a run comes to, as in unified-args: `1` on errors, with `--frail` on warnings too.
 * A run that was stopped has the status of a program that a signal ends.
 *
 * @param gone
 *   What is in a baseline and no longer occurs counts as warnings. Default: nothing.
 */
export function exitStatus(
  { interrupted }: Pick<Outcome, 'interrupted'>,
  { errors, warnings }: Counts,
  isFrail: boolean,
  gone = 0,
): number {
  if (interrupted !== undefined) return interrupted;
  return errors > 0 || (isFrail && warnings + gone > 0) ? 1 : 0;
}
