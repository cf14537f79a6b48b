import process from 'node:process';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { counted } from './counted.js';
import { exitStatus } from './exit-status.js';
import { standardInput } from './find-files.js';
import { print } from './printable.js';
import { oncePerProject, Projects } from './project.js';
import { findReporter } from './report/index.js';
import { eachSource, type Outcome } from './work.js';

/**
 * Report wrong shorthands, and links to services that have closed.
 *
 * @returns
 *   The exit status.
 */
export async function check(args: Arguments, cwd: string): Promise<number> {
  if (args.watch && args.paths.includes(standardInput)) {
    throw new CommandError('Cannot watch standard input');
  }
  const report = await findReporter(args.report, cwd);
  // Most files have no link, and without one nothing is parsed.
  const checkOf = oncePerProject(async (project) => {
    const { createCheck } = await import('./check-source.js');
    return createCheck(project);
  });
  let projects = await readProjects();
  const status = await run(args.paths);
  if (args.watch && status !== 130) {
    const { watch } = await import('./watch.js');
    await watch(args, cwd, async (change) => {
      if (change === 'configuration') projects = await readProjects();
      await run(change === 'configuration' ? args.paths : change.paths);
    });
  }
  return status;

  async function readProjects() {
    const read = new Projects(args, cwd);
    // What is wrong with the options is told even if there is no file.
    await read.of('index.md');
    return read;
  }

  async function run(paths: Array<string>): Promise<number> {
    const outcome = await eachSource({ ...args, paths }, cwd, async (source) => {
      const project = await projects.of(source.file.path);
      const checkSource = await checkOf(project);
      checkSource(source);
    });
    process.stdout.write(await report(outcome.files));
    if (!args.quiet) print(process.stderr, summary(outcome));
    return exitStatus(outcome, args.frail);
  }
}

function summary({ count, files, interrupted }: Outcome): string {
  const { fatal, info, warn } = statistics(files);
  const found = [
    fatal ? counted(fatal, 'error') : [],
    warn ? counted(warn, 'warning') : [],
    info ? `${info} info` : [],
  ].flat();
  const stop = interrupted ? ' until it was interrupted' : '';
  return `Checked ${counted(count, 'file')}${stop}: ${found.join(', ') || 'nothing is wrong'}\n`;
}
