import process from 'node:process';
import type { Arguments } from './arguments.js';
import { Changes } from './changes.js';
import { counted, withCommas } from './counted.js';
import { exitStatus } from './exit-status.js';
import { MissingContacts } from './missing-contacts.js';
import { print } from './printable.js';
import { oncePerProject, Projects } from './project.js';
import { readMove } from './redirecting-settings.js';
import { type Counts, findReporter, Report } from './report/index.js';
import { eachSource, type Outcome } from './work.js';

/**
 * Move links to other services, or to other hosts.
 *
 * @returns
 *   The exit status.
 */
export async function migrate(args: Arguments, cwd: string): Promise<number> {
  const missing = new MissingContacts();
  const createReporter = await findReporter(args.report, cwd);
  const projects = new Projects(args, cwd);
  const moveOf = oncePerProject(({ options }) => readMove(options, args));
  // Wrong options are reported even if there is no file.
  moveOf(await projects.of('index.md'));
  // Most files have no link, and without one nothing is parsed.
  const planOf = oncePerProject(async (project) => {
    const { createPlanner } = await import('./plan.js');
    return createPlanner(project, moveOf(project), args.to, missing);
  });
  const changes = new Changes(args.write, cwd);
  const report = new Report(createReporter(), process.stderr);
  const outcome = await eachSource(args, cwd, projects, {
    visit: async (source, interruption) => {
      const project = await projects.of(source.file.path);
      const planSource = await planOf(project);
      const plan = interruption.during(source.text.length, () => planSource(source));
      if (!plan || args.initContacts) return;
      await changes.make(source, plan.edits, plan.text);
    },
    done: async (file) => {
      if (args.initContacts) {
        file.messages = file.messages.filter(({ fatal }) => fatal);
      }
      await report.add(file);
    },
  });
  changes.printInput(outcome.input);
  await report.end();
  if (args.initContacts) {
    const { initContacts } = await import('./init-contacts.js');
    if (outcome.interrupted === undefined) {
      await initContacts(args.contacts, missing.skeleton, cwd);
    }
    return exitStatus(outcome, report.counts, false);
  }
  if (!args.quiet) {
    print(process.stderr, summary(args, outcome, report.counts, changes, missing));
  }
  return exitStatus(outcome, report.counts, args.frail);
}

function summary(
  { contacts, write: isWritten }: Arguments,
  { count, interrupted }: Outcome,
  { warnings }: Counts,
  changes: Changes,
  missing: MissingContacts,
): string {
  const { amount } = changes;
  const lines = [
    `${interrupted === undefined ? 'Read' : 'Interrupted after'} ${counted(count, 'file')}`,
    isWritten
      ? `Changed ${amount}`
      : changes.isEmpty
        ? 'Nothing to change'
        : `Would change ${amount}; \`--write\` does`,
    ...changes.notes,
    ...(warnings > 0 ? [`Not replaced, see above: ${withCommas(warnings)}`] : []),
  ];
  if (!missing.isEmpty) {
    const file = contacts === undefined ? 'the file of `--contacts`' : contacts;
    lines.push(
      `To fill in, in the address book (\`--init-contacts\` writes what is missing into ${file}):`,
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
