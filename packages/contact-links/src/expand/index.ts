import { chmod, lstat, mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import type { VFile } from 'vfile';
import type { Arguments } from '../arguments.js';
import { CommandError, reasonOf } from '../command-error.js';
import { counted } from '../counted.js';
import { exitStatus } from '../exit-status.js';
import { tellError } from '../file-messages.js';
import { isInside, standardInput } from '../find-files.js';
import { Interruption } from '../interruption.js';
import { print } from '../printable.js';
import { oncePerProject, Projects, withOptionsOf } from '../project.js';
import { readBytes } from '../read-bytes.js';
import type { Source } from '../read-source.js';
import { findReporter, Report } from '../report/index.js';
import { readTargets } from '../targets.js';
import { eachSource, type Outcome } from '../work.js';
import { type Copied, copyTree } from './copy-tree.js';
import { putInPlace } from './put-in-place.js';

/** A folder to expand, and where it goes. */
interface Folders {
  /** Absolute, as it was named. */
  top: string;
  /** Without symbolic links in them. */
  realTop: string;
  realOut: string;
}

/**
 * Write shorthands as links of plain Markdown: of a file to standard output, of a folder into
 * another one.
 *
 * @returns
 *   The exit status.
 * @throws {CommandError}
 *   When the paths or the options are wrong.
 */
export async function expand(args: Arguments, cwd: string): Promise<number> {
  const { for: host, out } = args;
  if (host !== undefined && host !== 'github') {
    throw new CommandError(
      `Wrong value of \`--for\`: given \`${host}\`, expected \`github\``,
    );
  }
  const [path, isFolder] = await readPath(args, cwd);
  const createReporter = await findReporter(args.report, cwd);
  const report = new Report(createReporter(), process.stderr);
  const done = (file: VFile) => report.add(file);
  const projects = new Projects(args, cwd);
  // Wrong options are reported even if there is no file.
  await projects.of('index.md');
  // Most files have no link, and without one nothing is parsed.
  const expanderOf = oncePerProject(async (project) => {
    const { createExpander } = await import('./expand-source.js');
    return withOptionsOf(project.path, () =>
      createExpander(project, host !== undefined),
    );
  });
  const found = { files: 0, links: 0 };
  const expandSource = async (source: Source, interruption: Interruption) => {
    const expander = await expanderOf(await projects.of(source.file.path));
    const expanded = interruption.during(source.text.length, () => expander(source));
    if (!expanded || expanded.links === 0) return undefined;
    found.files++;
    found.links += expanded.links;
    return source.mark + expanded.text;
  };
  const finish = async (outcome: Pick<Outcome, 'interrupted'>, summary: string) => {
    await report.end();
    if (!args.quiet) print(process.stderr, `${summary}\n`);
    return exitStatus(outcome, report.counts, args.frail);
  };

  if (isFolder) {
    const folders = await readFolders(path, String(out), cwd);
    const { copied, interrupted } = await copy(folders, { cwd, path });
    for (const file of copied.files) await report.add(file);
    const outcome =
      interrupted === undefined ? await expandFolder(folders) : { interrupted };
    const links = `${counted(found.links, 'link')} in ${counted(found.files, 'file')}`;
    const stop = outcome.interrupted === undefined ? '' : ' until it was interrupted';
    return finish(
      outcome,
      `Copied ${counted(copied.count, 'file')} to ${String(out)}${stop}, and expanded ${links}`,
    );
  }
  let output: string | undefined;
  const outcome = await eachSource(args, cwd, projects, {
    visit: async (source, interruption) => {
      output = await expandSource(source, interruption);
    },
    done,
  });
  // Whatever comes in goes out, even if it was not expanded, so that nothing in a pipe is lost.
  if (outcome.count > 0) {
    const bytes = outcome.input?.bytes ?? readBytes(resolve(cwd, path));
    process.stdout.write(output ?? bytes);
  }
  return finish(outcome, `Expanded ${counted(found.links, 'link')}`);

  async function expandFolder({ realOut, realTop, top }: Folders): Promise<Outcome> {
    const leaveOut = resolve(top, relative(realTop, realOut));
    return eachSource({ ...args, leaveOut }, cwd, projects, {
      visit: async (source, interruption) => {
        const from = resolve(cwd, source.file.path);
        const to = join(realOut, relative(top, from));
        // A file that was not copied has been reported.
        if (source.outside !== undefined || !(await isThere(to))) return;
        const text = await expandSource(source, interruption);
        if (text === undefined) return;
        try {
          await write(to, text, from);
        } catch (error) {
          tellError(source.file, 'cannot-write', 'Cannot write file', error);
        }
      },
      done,
    });
  }
}

/** Read the only path, and find out whether it is a folder. */
async function readPath(
  { out, paths }: Arguments,
  cwd: string,
): Promise<[path: string, isFolder: boolean]> {
  const [target] = await readTargets(paths, cwd);
  if (!target || paths.length > 1 || target.top !== undefined) {
    throw new CommandError('`expand` takes one file, or one folder and `--out`');
  }
  const { given } = target;
  const isFolder =
    given !== standardInput &&
    (await stat(resolve(cwd, given)).then(
      (stats) => stats.isDirectory(),
      () => false,
    ));
  if (isFolder && out === undefined) {
    throw new CommandError(
      `\`${given}\` is a folder: name where it goes with \`--out\``,
    );
  }
  if (!isFolder && out !== undefined) {
    throw new CommandError(
      `\`--out\` is for a folder, and \`${given}\` is not one; a file goes to standard output`,
    );
  }
  return [given, isFolder];
}

/** Find the folder to expand, and make the one that gets the copy. */
async function readFolders(path: string, out: string, cwd: string): Promise<Folders> {
  const top = resolve(cwd, path);
  const realTop = await realpath(top);
  const place = resolve(cwd, out);
  const there = await realpath(place).catch(() => undefined);
  if (there !== undefined && isInside(relative(there, realTop))) {
    throw new CommandError(
      `Wrong value of \`--out\`: given \`${out}\`, which is or holds the folder that is expanded`,
    );
  }
  try {
    await mkdir(place, { recursive: true });
    return { top, realTop, realOut: await realpath(place) };
  } catch (error) {
    throw new CommandError(`Cannot make folder \`${out}\`: ${reasonOf(error)}`);
  }
}

async function copy(
  { realOut, realTop }: Folders,
  shownAs: { cwd: string; path: string },
): Promise<{ copied: Copied; interrupted: number | undefined }> {
  const interruption = new Interruption();
  interruption.start();
  const isStopped = () => interruption.status !== undefined;
  const copied = await copyTree(realTop, realOut, shownAs, isStopped);
  interruption.stop();
  return { copied, interrupted: interruption.status };
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Write an expanded file in place of its copy. */
async function write(to: string, text: string, from: string): Promise<void> {
  const folder = dirname(to);
  // Nothing is written through a symbolic link, which may lead anywhere.
  if ((await realpath(folder)) !== folder) {
    throw new Error(`\`${folder}\` is not a folder of \`--out\``);
  }
  const { mode } = await stat(from);
  await putInPlace(to, async (temporary) => {
    await writeFile(temporary, text, { flag: 'wx' });
    await chmod(temporary, mode);
  });
}
