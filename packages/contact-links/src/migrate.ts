import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import type { VFile } from 'vfile';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { counted, withCommas } from './counted.js';
import { unifiedDiff } from './diff.js';
import type { Edit } from './edit.js';
import { exitStatus } from './exit-status.js';
import { tellError, tellWarning } from './file-messages.js';
import { MissingContacts } from './missing-contacts.js';
import { print, printable, printableLines, withoutCommands } from './printable.js';
import { oncePerProject, Projects } from './project.js';
import type { Source } from './read-source.js';
import { readMove } from './redirecting-settings.js';
import { findReporter } from './report/index.js';
import { eachSource, type Outcome } from './work.js';
import { writeFileWhole } from './write-file.js';

/**
 * Move links to other services, or to other hosts.
 *
 * @returns
 *   The exit status.
 */
export async function migrate(args: Arguments, cwd: string): Promise<number> {
  const missing = new MissingContacts();
  const report = await findReporter(args.report, cwd);
  const projects = new Projects(args, cwd);
  const moveOf = oncePerProject(({ options }) => readMove(options, args));
  // What is wrong with the options is told even if there is no file.
  moveOf(await projects.of('index.md'));
  // Most files have no link, and without one nothing is parsed.
  const planOf = oncePerProject(async (project) => {
    const { createPlanner } = await import('./plan.js');
    return createPlanner(project, moveOf(project), args.to, missing);
  });
  let links = 0;
  let files = 0;
  let output: string | undefined;
  let isDiffWhole = true;
  const outcome = await eachSource(args, cwd, async (source, interruption) => {
    const project = await projects.of(source.file.path);
    const planSource = await planOf(project);
    const plan = interruption.during(source.text.length, () => planSource(source));
    if (!plan || args.initContacts) return;
    if (source.outside !== undefined) {
      tellOutside(source.file, source.outside);
      return;
    }
    if (!args.write) {
      const diff = diffOf(source, plan.edits);
      const shown = withoutCommands(printableLines(diff));
      isDiffWhole &&=
        shown === diff && printable(source.file.path) === source.file.path;
      process.stdout.write(shown);
    } else if (source.isStandardInput) output = source.mark + plan.text;
    else if (!(await write(source, plan.text, cwd))) return;
    links += plan.edits.length;
    files++;
  });
  if (args.initContacts) {
    const failed = onlyErrors(outcome);
    if (failed.files.length > 0) process.stderr.write(await report(failed.files));
    const { initContacts } = await import('./init-contacts.js');
    if (outcome.interrupted === undefined) {
      await initContacts(args.contacts, missing.skeleton, cwd);
    }
    return exitStatus(failed, false);
  }
  // What comes in goes out, whatever became of it, so that nothing in a pipe is lost.
  if (args.write && outcome.input) process.stdout.write(output ?? outcome.input.bytes);
  process.stderr.write(await report(outcome.files));
  if (!args.quiet) {
    const told = summary(args, outcome, { links, files }, missing, isDiffWhole);
    print(process.stderr, told);
  }
  return exitStatus(outcome, args.frail);
}

/** What a run comes to without its warnings. */
function onlyErrors(outcome: Outcome): Outcome {
  for (const file of outcome.files) {
    file.messages = file.messages.filter(({ fatal }) => fatal);
  }
  return {
    ...outcome,
    files: outcome.files.filter(({ messages }) => messages.length > 0),
  };
}

/** Whoever has a folder searched means what is in it. */
function tellOutside(file: VFile, place: string): void {
  const reason = `Left alone: it is a symbolic link out of the folder, to \`${place}\`; name that file to change it`;
  tellWarning(file, 'outside', reason);
}

function diffOf({ file, mark, text }: Source, edits: ReadonlyArray<Edit>): string {
  const shifted = edits.map((edit) => ({
    ...edit,
    start: edit.start + mark.length,
    end: edit.end + mark.length,
  }));
  return unifiedDiff(printable(file.path), mark + text, shifted);
}

/** Write a file, unless somebody else has written it since it was read. */
async function write({ bytes, file, mark }: Source, text: string, cwd: string) {
  const path = resolve(cwd, file.path);
  try {
    if (!(await readFile(path)).equals(bytes)) {
      tellError(
        file,
        'changed-meanwhile',
        'Left alone: the file has changed meanwhile',
      );
      return false;
    }
    await writeFileWhole(path, mark + text);
    return true;
  } catch (error) {
    tellError(file, 'cannot-write', 'Cannot write file', error);
    return false;
  }
}

function summary(
  { contacts, write: isWritten }: Arguments,
  { count, files: told, interrupted }: Outcome,
  { files, links }: { links: number; files: number },
  missing: MissingContacts,
  isDiffWhole: boolean,
): string {
  const amount = `${counted(links, 'link')} in ${counted(files, 'file')}`;
  const { warn } = statistics(told);
  const lines = [
    `${interrupted === undefined ? 'Read' : 'Interrupted after'} ${counted(count, 'file')}`,
    isWritten
      ? `Changed ${amount}`
      : links > 0
        ? `Would change ${amount}; \`--write\` does`
        : 'Nothing to change',
    ...(isDiffWhole
      ? []
      : [
          'The diff shows escapes in the place of characters that a terminal or a CI service acts on, so it cannot be applied',
        ]),
    ...(warn > 0 ? [`Not replaced, as told above: ${withCommas(warn)}`] : []),
  ];
  if (!missing.isEmpty) {
    const file = contacts === undefined ? 'the file of `--contacts`' : contacts;
    lines.push(
      `Missing in the address book (\`--init-contacts\` writes it into ${file}):`,
      JSON.stringify(missing.skeleton, null, 2),
    );
  }
  if (Object.keys(missing.links).length > 0) {
    lines.push(
      'Missing in `redirect` of the configuration, with a shorthand for each, such as `matrix:#room:example.org`:',
      JSON.stringify({ links: missing.links }, null, 2),
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}
