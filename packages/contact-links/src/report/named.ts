import { pathToFileURL } from 'node:url';
import { loadPlugin, resolvePlugin } from 'load-plugin';
import type { VFile } from 'vfile';
import { CommandError, reasonOf } from '../command-error.js';
import { detach } from '../detach.js';
import { didYouMean } from '../did-you-mean.js';
import { withoutCommands } from '../printable.js';
import { printableFile } from './printable-file.js';
import type { Reporter } from './reporter.js';

/**
 * Load a vfile reporter. Such a reporter takes all files at once, so they are kept until the end.
 *
 * @param name
 *   A module that is installed in the working directory, where `vfile-reporter-` can be left
 *   out.
 * @param own
 *   Names of the reporters that come with the tool.
 * @returns
 *   Function that begins a report.
 * @throws {CommandError}
 *   When there is no reporter of that name.
 */
export async function loadReporter(
  name: string,
  cwd: string,
  own: ReadonlyArray<string>,
): Promise<() => Reporter> {
  const options = { from: `${pathToFileURL(cwd)}/`, prefix: 'vfile-reporter' };
  await resolvePlugin(name, options).catch(() => {
    throw new CommandError(
      `Cannot find reporter \`${name}\`, expected one of: ${own.join(', ')}, or a vfile reporter that is installed${didYouMean(name, own)}`,
    );
  });
  const found = await loadPlugin(name, options).catch((error) => {
    throw new CommandError(`Cannot use reporter \`${name}\`: ${reasonOf(error)}`);
  });
  if (typeof found !== 'function') {
    throw new CommandError(`Cannot use \`${name}\`: it is not a reporter`);
  }
  return () => {
    const files: Array<VFile> = [];
    return {
      add(file) {
        const kept = printableFile(file);
        kept.messages = detach(kept.messages);
        files.push(kept);
        return '';
      },
      async end() {
        try {
          const report = withoutCommands(await found(files, { quiet: true }));
          return report === '' || report.endsWith('\n') ? report : `${report}\n`;
        } catch (error) {
          throw new CommandError(`Cannot use reporter \`${name}\`: ${reasonOf(error)}`);
        }
      },
    };
  };
}
