import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { counted } from './counted.js';
import { unifiedDiff } from './diff.js';
import { Markdown } from './document.js';
import type { Edit, Rewrite } from './edit.js';
import { exitStatus } from './exit-status.js';
import { findLinks, withoutNested } from './find-links.js';
import { initContacts } from './init-contacts.js';
import {
  detach,
  Messages,
  tellError,
  tellSyntaxError,
  tellWarning,
} from './messages.js';
import { MissingContacts } from './missing-contacts.js';
import { print, printable, printableLines, withoutCommands } from './printable.js';
import { type Project, Projects } from './project.js';
import type { Source } from './read-source.js';
import { findReporter } from './report/index.js';
import { redirectingSettings, toService } from './to-service.js';
import { toShorthand } from './to-shorthand.js';
import { verify } from './verify.js';
import { eachSource, type Outcome } from './work.js';
import { writeFileWhole } from './write-file.js';

/** What a document becomes. */
interface Plan {
  edits: ReadonlyArray<Edit>;
  text: string;
}

/**
 * Rewrite links to services that have closed.
 *
 * @returns
 *   The exit status.
 */
export async function migrate(args: Arguments, cwd: string): Promise<number> {
  const missing = new MissingContacts();
  const report = await findReporter(args.report, cwd);
  const projects = new Projects(args, cwd, (project) =>
    createMigration(project, args.to, missing),
  );
  // What is wrong with the options is told even if there is no file.
  await projects.of('index.md');
  let links = 0;
  let files = 0;
  let output: string | undefined;
  let isDiffWhole = true;
  const outcome = await eachSource(args, cwd, async (source) => {
    const plan = (await projects.of(source.file.path))(source);
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
    if (!outcome.interrupted) await initContacts(args.contacts, missing.skeleton, cwd);
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

/** Make what plans the changes in a file of a project. */
function createMigration(
  project: Project,
  to: string | undefined,
  missing: MissingContacts,
): (source: Source) => Plan | undefined {
  const isToShorthand = to === 'shorthand';
  const options = { ...project.options, invalid: 'warn', retired: 'ignore' } as const;
  const markdown = new Markdown(project, { ...options, redirect: null });
  const settings = isToShorthand ? markdown.settings : redirectingSettings(options, to);
  const rewrite: Rewrite = isToShorthand ? toShorthand(settings) : toService(settings);
  /** Wrong shorthands of services whose links move do not move. */
  const isMeant = (actual: string | undefined) => {
    const [, name = ''] = /^\[\[([^:]*):/.exec(actual ?? '') ?? [];
    const scopes = [...(settings.redirecting?.destinations.keys() ?? [])];
    return scopes.some((scope) => scope.split(':')[0] === name.toLowerCase());
  };

  return ({ file, text }) => {
    if (!markdown.mayHaveLinks(text)) return undefined;
    const { path } = file;
    const work = new VFile({ path, value: text });
    try {
      return plan(work);
    } catch (error) {
      tellSyntaxError(work, error);
      return undefined;
    } finally {
      file.messages.push(...detach(work.messages.sort(compareMessage)));
    }
  };

  function plan(work: VFile): Plan | undefined {
    const text = String(work);
    const tree = markdown.parse(work);
    // The plugin changes the tree that it reports on; changes are held against this one.
    markdown.report(markdown.parse(work), work);
    const found = findLinks(tree, text, markdown.settings);
    const links = withoutNested(found, work.messages);
    work.messages = work.messages.filter(({ actual }) => isMeant(actual));
    const messages = new Messages(work, text);
    const edits: Array<Edit> = [];
    for (const link of links) {
      const result = rewrite(link, text);
      if (result && 'url' in result) edits.push(result);
      else if (result) {
        messages.warn(link, 'no-replacement', result.reason);
        missing.add(link.contact, settings);
      }
    }
    // An anchor in a label stands before the destination of the link around it.
    edits.sort((left, right) => left.start - right.start);
    const verified = verify(tree, work, edits, markdown);
    if (!verified) {
      tellError(
        work,
        'more-than-links',
        'Left alone: more than its links would change',
      );
      return undefined;
    }
    for (const { link } of verified.refused) {
      const reason = 'No replacement for this link: more than the link would change';
      messages.warn(link, 'no-replacement', reason);
    }
    return verified.edits.length > 0 ? verified : undefined;
  }
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
    `${interrupted ? 'Interrupted after' : 'Read'} ${counted(count, 'file')}`,
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
    ...(warn > 0 ? [`Not replaced, as told above: ${warn.toLocaleString('en')}`] : []),
  ];
  if (!missing.isEmpty) {
    const file = contacts === undefined ? 'the file of `--contacts`' : contacts;
    lines.push(
      `Missing in the address book (\`--init-contacts\` writes it into ${file}):`,
      JSON.stringify(missing.skeleton, null, 2),
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}
