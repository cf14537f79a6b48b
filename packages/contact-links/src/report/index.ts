import { pathToFileURL } from 'node:url';
import type { VFile } from 'vfile';
import { CommandError, reasonOf } from '../command-error.js';
import { didYouMean } from '../did-you-mean.js';
import { printableLines, withoutCommands } from '../printable.js';
import { reportGitHub } from './github.js';
import { reportLines } from './lines.js';
import { printableFiles } from './printable-files.js';

/** Makes a report of files with messages. */
export type Reporter = (files: Array<VFile>) => Promise<string> | string;

/** The reporters that come with the tool; whatever files hold, none prints it as it is. */
const reporters: Readonly<Record<string, Reporter>> = {
  lines: (files) => withoutCommands(reportLines(printableFiles(files))),
  // For programs: these get each text as it is, escaped as JSON escapes.
  json: async (files) => {
    const { reporterJson } = await import('vfile-reporter-json');
    return withoutCommands(printableLines(reporterJson(files)));
  },
  sarif: async (files) => {
    const { reportSarif } = await import('./sarif.js');
    return withoutCommands(printableLines(reportSarif(files)));
  },
  // Its lines are commands, and it escapes what is in them.
  github: (files) => reportGitHub(printableFiles(files)),
};

/**
 * Find a reporter by its name.
 *
 * @param name
 *   One that comes with the tool, or a module that is installed in the working directory,
 *   where `vfile-reporter-` can be left out.
 * @returns
 *   The reporter; what it makes is whole lines, or empty.
 * @throws {CommandError}
 *   When there is none of that name.
 */
export async function findReporter(name: string, cwd: string): Promise<Reporter> {
  const own = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  const reporter = own ?? (await loadReporter(name, cwd));
  return async (files) => {
    const report = await reporter(files);
    return report === '' || report.endsWith('\n') ? report : `${report}\n`;
  };
}

async function loadReporter(name: string, cwd: string): Promise<Reporter> {
  const { loadPlugin, resolvePlugin } = await import('load-plugin');
  const options = { from: `${pathToFileURL(cwd)}/`, prefix: 'vfile-reporter' };
  await resolvePlugin(name, options).catch(() => {
    const own = Object.keys(reporters);
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
  return async (files) => {
    try {
      return withoutCommands(await found(printableFiles(files), { quiet: true }));
    } catch (error) {
      throw new CommandError(`Cannot use reporter \`${name}\`: ${reasonOf(error)}`);
    }
  };
}
