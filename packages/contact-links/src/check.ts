import process from 'node:process';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { counted } from './counted.js';
import { exitStatus } from './exit-status.js';
import { standardInput } from './find-files.js';
import { statusOf } from './interruption.js';
import type { Asked, Online } from './online/index.js';
import { print } from './printable.js';
import { oncePerProject, Projects, withOptionsOf } from './project.js';
import { redirectingSettings } from './redirecting-settings.js';
import { findReporter } from './report/index.js';
import { eachSource, type Outcome } from './work.js';

/** The exit status of a program that Ctrl-C ends. */
const ctrlC = statusOf('SIGINT');

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
  if (args.watch && args.online) {
    throw new CommandError('Cannot watch with `--online`: each change would ask again');
  }
  for (const name of ['cache', 'allow-private'] as const) {
    if (args.online || !(name === 'cache' ? args.cache : args.allowPrivate)) continue;
    throw new CommandError(`\`--${name}\` is for \`--online\``);
  }
  const report = await findReporter(args.report, cwd);
  const online = args.online ? await loadOnline(args, cwd) : undefined;
  // Most files have no link, and without one nothing is parsed.
  const checkOf = oncePerProject(async (project) => {
    const { createCheck } = await import('./check-source.js');
    return withOptionsOf(project.path, () => createCheck(project, online));
  });
  let projects = await readProjects(false);
  const status = await run(args.paths);
  if (args.watch && status < 128) {
    const { watch } = await import('./watch.js');
    const ended = await watch(args, cwd, async (change) => {
      if (change === 'configuration') projects = await readProjects(true);
      return run(change === 'configuration' ? args.paths : change.paths);
    });
    // Ctrl-C is how watching ends; whoever ends it otherwise gets to know that.
    if (ended !== ctrlC) return ended;
  }
  return status;

  async function readProjects(isAgain: boolean) {
    const read = new Projects(args, cwd, isAgain);
    // What is wrong with the options is told even if there is no file.
    const { options, path } = await read.of('index.md');
    withOptionsOf(path, () => redirectingSettings(options, undefined));
    return read;
  }

  async function run(paths: Array<string>): Promise<number> {
    const asked = { ...args, paths };
    const outcome = await eachSource(asked, cwd, async (source, interruption) => {
      const project = await projects.of(source.file.path);
      const checkSource = await checkOf(project);
      interruption.during(source.text.length, () => checkSource(source));
    });
    const answered = online && (await finishOnline(outcome, online));
    process.stdout.write(await report(outcome.files));
    for (const note of answered?.notes ?? []) print(process.stderr, `${note}\n`);
    if (!args.quiet) print(process.stderr, summary(outcome, answered));
    return exitStatus(outcome, args.frail);
  }
}

function summary({ count, files, interrupted }: Outcome, asked?: Asked): string {
  const { fatal, info, warn } = statistics(files);
  const found = [
    fatal ? counted(fatal, 'error') : [],
    warn ? counted(warn, 'warning') : [],
    info ? `${info} info` : [],
  ].flat();
  const stop = interrupted === undefined ? '' : ' until it was interrupted';
  const links = asked ? `, and asked about ${counted(asked.count, 'link')}` : '';
  return `Checked ${counted(count, 'file')}${links}${stop}: ${found.join(', ') || 'nothing is wrong'}\n`;
}

/** Nothing of it is loaded where nobody asks for it. */
async function loadOnline(args: Arguments, cwd: string): Promise<Online> {
  const { Online } = await import('./online/index.js');
  return new Online(args, cwd);
}

/** Ask about the links of all files, and add what comes of it to the outcome. */
async function finishOnline(
  outcome: Outcome,
  online: Online,
): Promise<Asked | undefined> {
  const asked = outcome.interrupted === undefined ? await online.run() : undefined;
  outcome.interrupted ??= asked?.interrupted;
  outcome.files = outcome.files.filter(({ messages }) => messages.length > 0);
  return asked;
}
