import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { counted } from './counted.js';
import { Markdown } from './document.js';
import type { Edit, Rewrite } from './edit.js';
import { exitStatus } from './exit-status.js';
import { findLinks, withoutNested } from './find-links.js';
import { detach, Messages, tellError, tellSyntaxError } from './messages.js';
import { MissingContacts } from './missing-contacts.js';
import { type Project, Projects, readContacts } from './project.js';
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
  const outcome = await eachSource(args, cwd, async (source) => {
    const plan = (await projects.of(source.file.path))(source);
    if (!plan || args.initContacts) return;
    if (args.write) {
      if (!(await write(source, plan.text, cwd))) return;
    } else process.stdout.write(diffOf(source, plan.text));
    links += plan.edits.length;
    files++;
  });
  if (args.initContacts) {
    if (outcome.interrupted) return exitStatus(outcome, args.frail);
    return await initContacts(args.contacts, missing, cwd);
  }
  process.stderr.write(await report(outcome.files));
  if (!args.quiet)
    process.stderr.write(summary(args, outcome, { links, files }, missing));
  return exitStatus(outcome, args.frail);
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

function diffOf({ file, mark, text }: Source, changed: string): string {
  const names = [`a/${file.path}`, `b/${file.path}`] as const;
  return createTwoFilesPatch(
    ...names,
    mark + text,
    mark + changed,
    undefined,
    undefined,
    {
      headerOptions: FILE_HEADERS_ONLY,
    },
  );
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

/** Add who is missing to an address book; what is in it stays. */
async function initContacts(
  path: string | undefined,
  missing: MissingContacts,
  cwd: string,
): Promise<number> {
  if (path === undefined) {
    throw new CommandError(
      '`--init-contacts` needs `--contacts` with the file to write',
    );
  }
  const place = resolve(cwd, path);
  const count = Object.keys(missing.skeleton).length;
  if (count === 0) {
    process.stderr.write('Nobody is missing\n');
    return 0;
  }
  const contacts = existsSync(place) ? readContacts(path, cwd) : {};
  for (const [name, entry] of Object.entries(missing.skeleton)) {
    contacts[name] = { ...entry, ...contacts[name] };
  }
  await writeFileWhole(place, `${JSON.stringify(contacts, null, 2)}\n`);
  process.stderr.write(
    `Wrote ${counted(count, 'entry', 'entries')} to fill in to ${path}\n`,
  );
  return 0;
}
