import type { Counts } from './report/index.js';
import type { Outcome } from './work.js';

/**
 * Get the exit status of a run, as in unified-args: `1` on errors, with `--frail` on warnings
 * too. A run that was stopped has the status of a program that a signal ends.
 *
 * @param gone
 *   How many messages of a baseline no longer occur; they count as warnings. Default: `0`.
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
