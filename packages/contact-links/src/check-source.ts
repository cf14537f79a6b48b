import type { Root } from 'mdast';
import type { Settings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { Markdown } from './document.js';
import { tellSyntaxError } from './file-messages.js';
import { linksOf, type SourceLink, withoutNested } from './find-links.js';
import { findUrls, type UrlPlace } from './find-urls.js';
import { isHtml } from './html-document.js';
import { type FixableMessage, Messages } from './messages.js';
import type { AskedLink, Questioner } from './online/index.js';
import { judgeLinks } from './plain-links/check-plain-links.js';
import {
  type IsDisabled,
  type OnlineRuleId,
  readDisableComments,
} from './plain-links/index.js';
import { type Project, tellsClosed } from './project.js';
import type { Source } from './read-source.js';
import { redirectingSettings } from './redirecting-settings.js';
import { restore, shorten } from './shorten.js';
import type { Tally } from './tally.js';
import { toService } from './to-service.js';

/** Takes the links that servers are asked about. */
export interface OnlineLinks {
  /** Make the function that finds out which links these are. */
  questionerFor: (settings: Settings) => Questioner;
  add: (link: AskedLink) => void;
}

/** Checks the documents of a project. */
export interface Checker {
  markdown: Markdown;
  /** Components of JSX whose `href` is a link. */
  components: ReadonlyArray<string>;
  /**
   * Check a document.
   *
   * @param file
   *   The file that gets the messages; only its path is read.
   * @param text
   *   The document, without a byte order mark.
   * @param inspect
   *   Sees the tree before the plugin changes it. Default: nobody does.
   * @returns
   *   Messages in the order of the document.
   */
  check(
    file: VFile,
    text: string,
    inspect?: (tree: Root) => void,
  ): Array<FixableMessage>;
}

/**
 * Make a function that checks the files of a project.
 *
 * @param online
 *   Takes the links that servers are asked about. Default: none are asked.
 * @param tally
 *   Counts links. Default: they are not counted.
 */
export function createCheck(
  project: Project,
  online?: OnlineLinks,
  tally?: Tally,
): (source: Pick<Source, 'file' | 'text'>) => void {
  const { check, markdown } = createChecker(project, online, tally);
  const mayHaveLinks = (part: string) => markdown.mayHaveLinks(part);
  // Nothing can be left out of a text where plugins have syntax of their own, where any link may
  // move, and where links that servers are asked about have their places already.
  const isMoving = !tellsClosed(project) && Boolean(project.options.redirect);
  const isShortened = project.plugins.length === 0 && !isMoving && !online;
  return ({ file, text }) => {
    if (!mayHaveLinks(text)) return;
    const isMarkdown = !isHtml(file) && file.extname !== '.mdx';
    if (!isShortened || !isMarkdown) {
      file.messages.push(...check(file, text));
      return;
    }
    const short = shorten(text, mayHaveLinks);
    const messages = check(file, short.text);
    for (const message of messages) restore(message, short);
    file.messages.push(...messages);
  };
}

/**
 * Make a checker for the documents of a project.
 *
 * @param online
 *   Takes the links that servers are asked about. Default: none are asked.
 * @param tally
 *   Counts links. Default: they are not counted.
 */
export function createChecker(
  project: Project,
  online?: OnlineLinks,
  tally?: Tally,
): Checker {
  const { options, plain: plainOptions } = project;
  const closedLevel = plainOptions?.rules?.['retired-service'];
  // Each link to a service that has closed is reported once, here.
  const isClosedTold = tellsClosed(project);
  const redirect = isClosedTold ? null : options.redirect;
  const markdown = new Markdown(project, { ...options, redirect, retired: 'ignore' });
  const rewrite = toService(redirectingSettings(options, undefined));
  const questionOf = online?.questionerFor(markdown.settings);
  return { markdown, components: plainOptions?.components ?? [], check };

  function check(file: VFile, text: string, inspect?: (tree: Root) => void) {
    // The plugin reads the text of the file that it reports on.
    const work = new VFile({ path: file.path, value: text });
    try {
      const tree = markdown.parse(work);
      inspect?.(tree);
      const { settings } = markdown;
      const urls = findUrls(tree, text, plainOptions?.components);
      const links =
        isClosedTold || tally ? linksOf(urls.filter(isAnchor), text, settings) : [];
      const plain = judgeLinks(urls, tree, text, settings, plainOptions?.rules);
      const isDisabled = readDisableComments(tree, text);
      markdown.report(tree, work);
      const messages = new Messages(work, text);
      const found = withoutNested(links, work.messages);
      tally?.add({ links: found, plain, messages: work.messages }, markdown.settings);
      if (isClosedTold) for (const link of found) tellClosed(link, text, messages);
      for (const finding of plain) messages.tell(finding);
      for (const place of withoutNested(questionOf ? urls : [], work.messages)) {
        ask(place, file, messages, isDisabled);
      }
      work.messages = work.messages.filter(
        ({ line, ruleId }) => !isDisabled(ruleId, line),
      );
    } catch (error) {
      tellSyntaxError(work, error);
    }
    return work.messages.sort(compareMessage);
  }

  /** Note a link, about which a server is asked once all files are read. */
  function ask(
    { end, start, url = '' }: UrlPlace,
    file: VFile,
    messages: Messages,
    isDisabled: IsDisabled,
  ): void {
    const question = questionOf?.(url);
    const place = question && messages.placeOf(start, end);
    if (!question || !place) return;
    const levelOf = (ruleId: OnlineRuleId) =>
      isDisabled(ruleId, place.start.line) ? 'off' : plainOptions?.rules?.[ruleId];
    const rules = {
      'expired-link': levelOf('expired-link'),
      'unreachable-link': levelOf('unreachable-link'),
    };
    online?.add({
      file,
      place,
      question,
      rules,
      actual: messages.textOf({ end, start }),
    });
  }

  function tellClosed(link: SourceLink, text: string, messages: Messages): void {
    const { retired: reason, title: gone } =
      markdown.settings.services.get(link.contact.service) ?? {};
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
    const message = messages.warn(link, 'retired-service', reason, { ...extra, gone });
    message.fatal = closedLevel === 'error';
  }
}

/** Whether a link is not a component of the site. */
function isAnchor({ node }: UrlPlace): boolean {
  return !('name' in node) || node.name === 'a';
}
