import type { Settings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { Markdown } from './document.js';
import type { Edit } from './edit.js';
import { tellError, tellSyntaxError } from './file-messages.js';
import { findLinks, withoutNested } from './find-links.js';
import { detach, Messages } from './messages.js';
import type { MissingContacts } from './missing-contacts.js';
import type { Project } from './project.js';
import type { Source } from './read-source.js';
import { migratingOptions } from './redirecting-settings.js';
import { toService } from './to-service.js';
import { toShorthand } from './to-shorthand.js';
import { verify } from './verify.js';

/** What a document becomes. */
export interface Plan {
  edits: ReadonlyArray<Edit>;
  text: string;
}

/**
 * Make what plans the changes in a file of a project.
 *
 * @param settings
 *   Where links go, as `migratingSettings` says.
 * @param to
 *   What `--to` says.
 */
export function createPlanner(
  project: Project,
  settings: Settings,
  to: string | undefined,
  missing: MissingContacts,
): (source: Source) => Plan | undefined {
  const options = { ...project.options, ...migratingOptions, redirect: null };
  const markdown = new Markdown(project, options);
  const rewrite = to === 'shorthand' ? toShorthand(settings) : toService(settings);
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
