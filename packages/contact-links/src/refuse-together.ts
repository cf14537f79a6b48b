import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { standardInput } from './find-files.js';

/**
 * Refuse options of `check` that do not go together.
 *
 * @throws {CommandError}
 *   When there are such options.
 */
export function refuseTogether(args: Arguments): void {
  const { fix, fixDryRun, online, paths, updateBaseline, watch } = args;
  const isPiped = paths.includes(standardInput);
  const rows: ReadonlyArray<[isAsked: unknown, reason: string]> = [
    [watch && isPiped, 'Cannot watch standard input'],
    [watch && online, 'Cannot watch with `--online`: each change would ask again'],
    [
      watch && (fix || fixDryRun),
      'Cannot fix files while watching them: an editor may have them open',
    ],
    [fix && fixDryRun, 'Cannot use `--fix` and `--fix-dry-run` together'],
    [args.cache && !online, '`--cache` is for `--online`'],
    [args.allowPrivate && !online, '`--allow-private` is for `--online`'],
    [
      updateBaseline && args.baseline === undefined,
      '`--update-baseline` needs `--baseline` with the file to write',
    ],
    [
      updateBaseline && (watch || fixDryRun || isPiped),
      'Cannot update a baseline with `--watch`, `--fix-dry-run` or standard input',
    ],
  ];
  for (const [isAsked, reason] of rows) if (isAsked) throw new CommandError(reason);
}
