import { hostOf, type Settings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { Markdown } from './document.js';
import type { Edit } from './edit.js';
import { tellSyntaxError } from './file-messages.js';
import {
  findLinks,
  findMovingLinks,
  type MovingLink,
  withoutNested,
} from './find-links.js';
import { Messages } from './messages.js';
import type { MissingContacts } from './missing-contacts.js';
import { oldNamesIn } from './old-names.js';
import { type Candidate, isFrom } from './origin.js';
import type { Project } from './project.js';
import type { Source } from './read-source.js';
import { type Move, migratingOptions } from './redirecting-settings.js';
import { toService } from './to-service.js';
import { toShorthand } from './to-shorthand.js';
import { verify } from './verify.js';

/** What a document becomes. */
export interface Plan {
  edits: ReadonlyArray<Edit>;
  text: string;
}

/**
 * Make a function that plans the changes in a file of a project.
 *
 * @param move
 *   Which links move, and where to.
 * @param to
 *   The value of `--to`.
 * @param missing
 *   Collects the people that the address book lacks.
 */
export function createPlanner(
  project: Project,
  { origin, settings }: Move,
  to: string | undefined,
  missing: MissingContacts,
): (source: Source) => Plan | undefined {
  const options = { ...project.options, ...migratingOptions, redirect: null };
  const markdown = new Markdown(project, options);
  const moved = movedPattern(settings);
  const isToShorthand = to === 'shorthand';
  const rewrite = isToShorthand ? toShorthand(settings) : toService(settings);
  const isOfOrigin = (link: Candidate) => !origin || isFrom(origin, link);
  /** Whether a message is about a wrong shorthand that would have moved. */
  const isMeant = (actual: string | undefined) => {
    const [, name = ''] = /^\[\[([^:]*):/.exec(actual ?? '') ?? [];
    const service = settings.names.get(name.toLowerCase())?.name;
    const scopes = [...(settings.redirecting?.destinations.keys() ?? [])];
    return origin
      ? origin.name === service
      : scopes.some((scope) => scope.split(':')[0] === service);
  };

  return ({ file, text }) => {
    if (!markdown.mayHaveLinks(text) && !moved.test(text)) return undefined;
    const { path } = file;
    const work = new VFile({ path, value: text });
    try {
      return plan(work);
    } catch (error) {
      tellSyntaxError(work, error);
      return undefined;
    } finally {
      file.messages.push(...work.messages.sort(compareMessage));
    }
  };

  function plan(work: VFile): Plan | undefined {
    const text = String(work);
    const tree = markdown.parse(work);
    // The plugin changes the tree that it reports on; changes are compared with this one.
    markdown.report(markdown.parse(work), work);
    const found = isToShorthand
      ? findLinks(tree, text, markdown.settings)
      : findMovingLinks(tree, text, settings, isOfGone);
    const links = withoutNested(found, work.messages).filter(isOfOrigin);
    work.messages = work.messages.filter(({ actual }) => isMeant(actual));
    const messages = new Messages(work, text);
    const edits: Array<Edit> = [];
    const movedBy = new Map<Edit, MovingLink>();
    for (const link of links) {
      const result = rewrite(link, text);
      if (result && 'url' in result) {
        edits.push(result);
        movedBy.set(result, link);
      } else if (result) {
        messages.warn(link, 'no-replacement', result.reason);
        if (link.contact) missing.add(link.contact, settings);
      } else if (isOfGone(link.url ?? '')) {
        messages.warn(link, 'no-replacement', withoutEntry);
        missing.addLink(link.url ?? '');
      }
    }
    // An anchor in a label is before the destination of the link around it.
    edits.sort((left, right) => left.start - right.start);
    const verified = verify(tree, work, edits, markdown);
    for (const { link } of verified.refused) {
      const reason = 'No replacement for this link: more than the link would change';
      messages.warn(link, 'no-replacement', reason);
    }
    for (const edit of verified.edits) {
      // Each edit changes a link.
      const link = movedBy.get(edit) as MovingLink;
      for (const name of oldNamesIn(edit, link, text, settings)) {
        const reason = `Moved, but its label or title still says “${name}”`;
        messages.note(link, 'old-name', reason);
      }
    }
    return verified.edits.length > 0 ? verified : undefined;
  }

  /** Whether a link leads to a service that is gone, and that `--from` names. */
  function isOfGone(url: string): boolean {
    return origin?.kind === 'gone' && isFrom(origin, { url });
  }
}

const withoutEntry =
  'No replacement for this link: option `redirect.links` has no entry for it';

/** Make a pattern for the hosts, or the starts, of links that the site has moved. */
function movedPattern({ redirecting }: Settings): RegExp {
  const { hosts = new Map(), links = new Map() } = redirecting ?? {};
  const starts = [
    ...hosts.keys(),
    ...Array.from(
      links.keys(),
      (uri: string) => hostOf(uri) || uri.replace(/:.*/s, ':'),
    ),
  ];
  const sources = starts.map((start) => start.replace(/[+.]/g, '\\$&'));
  // Where nothing has moved, there is nothing to match but an empty text.
  return new RegExp(sources.join('|') || '$^', 'i');
}
