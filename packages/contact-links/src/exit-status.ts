import { statistics } from 'vfile-statistics';
import type { Outcome } from './work.js';

/**
 * What a run comes to, as in unified-args: `1` on errors, with `--frail` on warnings too.
 * A run that was stopped has the status of a program that a signal ends.
 *
 * @param gone
 *   What is in a baseline and no longer occurs counts as warnings. Default: nothing.
 */
export function exitStatus(
  { files, interrupted }: Outcome,
  isFrail: boolean,
  gone = 0,
): number {
  if (interrupted !== undefined) return interrupted;
  const { fatal, warn } = statistics(files);
  return fatal > 0 || (isFrail && warn + gone > 0) ? 1 : 0;
}
