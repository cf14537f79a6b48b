import process from 'node:process';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { statistics } from 'vfile-statistics';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { counted } from './counted.js';
import { Markdown } from './document.js';
import { exitStatus } from './exit-status.js';
import { standardInput } from './find-files.js';
import { findLinks, type SourceLink, withoutNested } from './find-links.js';
import { detach, Messages, tellSyntaxError } from './messages.js';
import { print } from './printable.js';
import { type Project, Projects } from './project.js';
import type { Source } from './read-source.js';
import { findReporter } from './report/index.js';
import { redirectingSettings, toService } from './to-service.js';
import { watch } from './watch.js';
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
  let projects = await readProjects();
  const status = await run(args.paths);
  if (args.watch && status !== 130) {
    await watch(args, cwd, async (change) => {
      if (change === 'configuration') projects = await readProjects();
      await run(change === 'configuration' ? args.paths : change.paths);
    });
  }
  return status;

  async function readProjects() {
    const read = new Projects(args, cwd, createCheck);
    // What is wrong with the options is told even if there is no file.
    await read.of('index.md');
    return read;
  }

  async function run(paths: Array<string>): Promise<number> {
    const outcome = await eachSource({ ...args, paths }, cwd, async (source) =>
      (await projects.of(source.file.path))(source),
    );
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

/** Make what checks the files of a project. */
function createCheck(project: Project): (source: Source) => void {
  const { options } = project;
  const tellsClosed = options.retired !== 'ignore';
  // Each link to a service that has closed is told once, here.
  const redirect = tellsClosed ? null : options.redirect;
  const markdown = new Markdown(project, { ...options, redirect, retired: 'ignore' });
  const rewrite = toService(redirectingSettings(options, undefined));

  return ({ file, text }) => {
    if (!markdown.mayHaveLinks(text)) return;
    // The plugin looks into the text of the file that it reports on.
    const work = new VFile({ path: file.path, value: text });
    try {
      const tree = markdown.parse(work);
      const links = tellsClosed ? findLinks(tree, text, markdown.settings) : [];
      markdown.report(tree, work);
      const messages = new Messages(work, text);
      for (const link of withoutNested(links, work.messages))
        tellClosed(link, text, messages);
    } catch (error) {
      tellSyntaxError(work, error);
    }
    file.messages.push(...detach(work.messages.sort(compareMessage)));
  };

  function tellClosed(link: SourceLink, text: string, messages: Messages): void {
    const reason = markdown.settings.services.get(link.contact.service)?.retired;
    if (reason === undefined) return;
    const other = rewrite(link, text);
    const extra =
      other && 'url' in other
        ? {
            expected: [
              text.slice(link.start, other.start) +
                other.text +
                text.slice(other.end, link.end),
            ],
          }
        : { note: other?.reason };
    messages.warn(link, 'retired-service', reason, extra);
  }
}
