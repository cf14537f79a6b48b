import { pathToFileURL } from 'node:url';
import { loadPlugin, resolvePlugin } from 'load-plugin';
import type { VFile } from 'vfile';
import { reporterJson } from 'vfile-reporter-json';
import { CommandError, reasonOf } from '../command-error.js';
import { reportGitHub } from './github.js';
import { reportLines } from './lines.js';

/** Makes a report of files with messages. */
export type Reporter = (files: Array<VFile>) => Promise<string> | string;

/** The reporters that come with the tool. */
const reporters: Readonly<Record<string, Reporter>> = {
  lines: reportLines,
  json: reporterJson,
  github: reportGitHub,
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
  const options = { from: `${pathToFileURL(cwd)}/`, prefix: 'vfile-reporter' };
  await resolvePlugin(name, options).catch(() => {
    const own = Object.keys(reporters).join(', ');
    throw new CommandError(
      `Cannot find reporter \`${name}\`, expected one of: ${own}, or a vfile reporter that is installed`,
    );
  });
  const found = await loadPlugin(name, options).catch((error) => {
    throw new CommandError(`Cannot use reporter \`${name}\`: ${reasonOf(error)}`);
  });
  if (typeof found !== 'function') {
    throw new CommandError(`Cannot use \`${name}\`: it is no reporter`);
  }
  return (files) => found(files, { quiet: true });
}
