import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { Markdown } from './document.js';
import { tellSyntaxError } from './file-messages.js';
import { findLinks, type SourceLink, withoutNested } from './find-links.js';
import { detach, Messages } from './messages.js';
import { checkPlainLinks, readDisableComments } from './plain-links/index.js';
import type { Project } from './project.js';
import type { Source } from './read-source.js';
import { redirectingSettings } from './redirecting-settings.js';
import { toService } from './to-service.js';

/** Make what checks the files of a project. */
export function createCheck(
  project: Project,
): (source: Pick<Source, 'file' | 'text'>) => void {
  const { options, plain: plainOptions } = project;
  const closedLevel = plainOptions?.rules?.['retired-service'];
  const tellsClosed = options.retired !== 'ignore' && closedLevel !== 'off';
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
      const plain = checkPlainLinks(tree, text, markdown.settings, plainOptions);
      const isDisabled = readDisableComments(tree, text);
      markdown.report(tree, work);
      const messages = new Messages(work, text);
      for (const link of withoutNested(links, work.messages))
        tellClosed(link, text, messages);
      for (const finding of plain) messages.tell(finding);
      work.messages = work.messages.filter(
        ({ line, ruleId }) => !isDisabled(ruleId, line),
      );
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
            fix: { start: other.start, end: other.end, text: other.text },
          }
        : { note: other?.reason };
    const message = messages.warn(link, 'retired-service', reason, extra);
    message.fatal = closedLevel === 'error';
  }
}
