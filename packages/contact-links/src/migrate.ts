import process from 'node:process';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { Changes } from './changes.js';
import { counted, withCommas } from './counted.js';
import { exitStatus } from './exit-status.js';
import { MissingContacts } from './missing-contacts.js';
import { print } from './printable.js';
import { oncePerProject, Projects } from './project.js';
import { readMove } from './redirecting-settings.js';
import { findReporter } from './report/index.js';
import { eachSource, type Outcome } from './work.js';

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
  // What is wrong with the options is reported even if there is no file.
  moveOf(await projects.of('index.md'));
  // Most files have no link, and without one nothing is parsed.
  const planOf = oncePerProject(async (project) => {
    const { createPlanner } = await import('./plan.js');
    return createPlanner(project, moveOf(project), args.to, missing);
  });
  const changes = new Changes(args.write, cwd);
  const outcome = await eachSource(
    args,
    cwd,
    projects,
    async (source, interruption) => {
      const project = await projects.of(source.file.path);
      const planSource = await planOf(project);
      const plan = interruption.during(source.text.length, () => planSource(source));
      if (!plan || args.initContacts) return;
      await changes.make(source, plan.edits, plan.text);
    },
  );
  if (args.initContacts) {
    const failed = onlyErrors(outcome);
    if (failed.files.length > 0) process.stderr.write(await report(failed.files));
    const { initContacts } = await import('./init-contacts.js');
    if (outcome.interrupted === undefined) {
      await initContacts(args.contacts, missing.skeleton, cwd);
    }
    return exitStatus(failed, false);
  }
  changes.printInput(outcome.input);
  process.stderr.write(await report(outcome.files));
  if (!args.quiet) {
    print(process.stderr, summary(args, outcome, changes, missing));
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

function summary(
  { contacts, write: isWritten }: Arguments,
  { count, files: told, interrupted }: Outcome,
  changes: Changes,
  missing: MissingContacts,
): string {
  const { amount } = changes;
  const { warn } = statistics(told);
  const lines = [
    `${interrupted === undefined ? 'Read' : 'Interrupted after'} ${counted(count, 'file')}`,
    isWritten
      ? `Changed ${amount}`
      : changes.isEmpty
        ? 'Nothing to change'
        : `Would change ${amount}; \`--write\` does`,
    ...changes.notes,
    ...(warn > 0 ? [`Not replaced, see above: ${withCommas(warn)}`] : []),
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
