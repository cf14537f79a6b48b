import process from 'node:process';
import type { VFile } from 'vfile';
import type { Arguments } from './arguments.js';
import type { Baseline, Compared } from './baseline.js';
import { Changes } from './changes.js';
import { ClosedServices } from './closed-services.js';
import { counted } from './counted.js';
import { detach } from './detach.js';
import { exitStatus } from './exit-status.js';
import { standardInput } from './find-files.js';
import { statusOf } from './interruption.js';
import type { Asked, Online } from './online/index.js';
import { onlineRuleIds } from './plain-links/rules.js';
import { print } from './printable.js';
import { oncePerProject, Projects, tellsClosed, withOptionsOf } from './project.js';
import { redirectingSettings } from './redirecting-settings.js';
import { refuseTogether } from './refuse-together.js';
import { type Counts, findReporter, Report } from './report/index.js';
import type { Tally } from './tally.js';
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
  refuseTogether(args);
  const createReporter = await findReporter(args.report, cwd);
  const online = args.online ? await loadOnline(args, cwd) : undefined;
  const tally = await loadTally(args);
  // Most files have no link, and without one nothing is parsed.
  const checkOf = oncePerProject(async (project) => {
    const { createCheck } = await import('./check-source.js');
    return withOptionsOf(project.path, () => createCheck(project, online, tally));
  });
  const fixOf = oncePerProject(async (project) => {
    const { createFixer } = await import('./fix/fix-source.js');
    return withOptionsOf(project.path, () => createFixer(project));
  });
  let projects = await readProjects(false);
  const status = await run(args.paths);
  if (args.watch && status < 128) {
    const { watch } = await import('./watch.js');
    const ended = await watch(args, cwd, async (change) => {
      if (change === 'configuration') projects = await readProjects(true);
      return run(change === 'configuration' ? args.paths : change.paths);
    });
    // Watching ends with Ctrl-C; any other end is passed on.
    if (ended !== ctrlC) return ended;
  }
  return status;

  async function readProjects(isAgain: boolean) {
    const read = new Projects(args, cwd, isAgain);
    // Wrong options are reported even if there is no file.
    const { options, path } = await read.of('index.md');
    withOptionsOf(path, () => redirectingSettings(options, undefined));
    return read;
  }

  async function run(paths: Array<string>): Promise<number> {
    const asked = { ...args, paths };
    const baseline =
      args.baseline === undefined ? undefined : await loadBaseline(args, cwd);
    const closed = new ClosedServices();
    const changes = args.fix || args.fixDryRun ? new Changes(args.fix, cwd) : undefined;
    // Where a diff or a document goes to standard output, nothing else does.
    const isOutputTaken = args.fixDryRun || (args.fix && paths.includes(standardInput));
    const stream = isOutputTaken ? process.stderr : process.stdout;
    const report = new Report(createReporter(), stream);
    const finish = async (file: VFile) => {
      baseline?.take(file);
      closed.countLinks(file);
      await report.add(file);
    };
    /** Files with links that servers are asked about, once all files are read. */
    const waiting: Array<VFile> = [];
    const outcome = await eachSource(asked, cwd, projects, {
      visit: async (source, interruption) => {
        const project = await projects.of(source.file.path);
        let { text } = source;
        if (changes) {
          const fixSource = await fixOf(project);
          const fixed = interruption.during(text.length, () => fixSource(source));
          if (fixed && (await changes.make(source, fixed.edits, fixed.text)))
            text = fixed.text;
        }
        const checkSource = await checkOf(project);
        interruption.during(text.length, () => checkSource({ ...source, text }));
      },
      done: async (file, ascii) => {
        const isNamed = !args.quiet && closed.mayName(ascii);
        if (isNamed && tellsClosed(await projects.of(file.path))) {
          closed.countLines(file, ascii);
        }
        if (online?.isAskedAbout(file)) {
          file.messages = detach(file.messages);
          waiting.push(file);
        } else await finish(file);
      },
    });
    const rows = tally?.take() ?? [];
    changes?.printInput(outcome.input);
    const answered = online && (await finishOnline(outcome, online));
    for (const file of waiting) await finish(file);
    await report.end();
    const compared = await baseline?.compare(outcome.interrupted !== undefined);
    const notes = [...(answered?.notes ?? []), ...(compared?.notes ?? [])];
    for (const note of notes) print(process.stderr, `${note}\n`);
    if (!args.quiet) {
      const lines = [
        ...(changes ? fixSummary(changes, args.fix) : []),
        // While files are watched, a run is about one file, and needs no table.
        ...(paths === args.paths ? rows : []),
        ...closed.summary(),
        summary(outcome, report.counts, answered, compared),
      ];
      print(process.stderr, lines.map((line) => `${line}\n`).join(''));
    }
    return exitStatus(outcome, report.counts, args.frail, compared?.gone);
  }
}

function fixSummary(changes: Changes, isWritten: boolean): Array<string> {
  const { amount, isEmpty, notes } = changes;
  if (isEmpty) return ['Nothing to fix'];
  return [
    isWritten ? `Fixed ${amount}` : `Would fix ${amount}; \`--fix\` does`,
    ...notes,
  ];
}

function summary(
  { count, interrupted }: Outcome,
  { errors, infos, warnings }: Counts,
  asked?: Asked,
  compared?: Compared,
): string {
  const found = [
    errors ? counted(errors, 'error') : [],
    warnings ? counted(warnings, 'warning') : [],
    infos ? `${infos} info` : [],
  ].flat();
  const stop = interrupted === undefined ? '' : ' until it was interrupted';
  const links = asked ? `, and asked about ${counted(asked.count, 'link')}` : '';
  const nothing = compared?.summary ? 'nothing is new' : 'nothing is wrong';
  return `Checked ${counted(count, 'file')}${links}${stop}: ${found.join(', ') || nothing}${compared?.summary ?? ''}`;
}

/** Load the part of the tool that asks servers, only where somebody wants it. */
async function loadOnline(args: Arguments, cwd: string): Promise<Online> {
  const { Online } = await import('./online/index.js');
  return new Online(args, cwd);
}

/** Make the table of links by service, for somebody who looks at a terminal. */
async function loadTally({ quiet, report }: Arguments): Promise<Tally | undefined> {
  const isShown = process.stderr.isTTY && !quiet && report === 'lines';
  if (!isShown) return undefined;
  const { Tally } = await import('./tally.js');
  return new Tally();
}

async function loadBaseline(
  { baseline = '', online, updateBaseline }: Arguments,
  cwd: string,
): Promise<Baseline> {
  const { Baseline } = await import('./baseline.js');
  const isAsked = (ruleId: string) =>
    online || !onlineRuleIds.some((each) => each === ruleId);
  return new Baseline(baseline, cwd, updateBaseline, isAsked);
}

/** Ask about the links of all files, unless somebody stopped the tool. */
async function finishOnline(
  outcome: Outcome,
  online: Online,
): Promise<Asked | undefined> {
  const asked = outcome.interrupted === undefined ? await online.run() : undefined;
  outcome.interrupted ??= asked?.interrupted;
  return asked;
}
