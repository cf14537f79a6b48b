import type { FootnoteReference, Link, Nodes, Root } from 'mdast';
import {
  formatHead,
  type Options,
  readUri,
  resolveHead,
  resolveSettings,
} from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { Markdown } from '../document.js';
import { applyEdits, type Edit } from '../edit.js';
import { tellSyntaxError } from '../file-messages.js';
import { rangeOf, withoutNested } from '../find-links.js';
import { findUrls, type UrlPlace } from '../find-urls.js';
import { Messages } from '../messages.js';
import type { Project } from '../project.js';
import type { Source } from '../read-source.js';
import { changesLinksAlone, verify } from '../verify.js';
import { schemeEmptiedByGitHub } from './github.js';
import { LostAttributes } from './lost-attributes.js';
import { redirectPlace } from './redirect-place.js';
import { titleOf, toPlainLink } from './to-plain-link.js';

/** A document without shorthands. */
export interface Expanded {
  /** How many links changed. */
  links: number;
  text: string;
}

/**
 * Make a function that expands the files of a project.
 *
 * @param isForGitHub
 *   Whether links are reported whose addresses GitHub removes.
 */
export function createExpander(
  project: Project,
  isForGitHub: boolean,
): (source: Source) => Expanded | undefined {
  const options = { ...project.options, retired: 'ignore' } as const;
  const markdown = new Markdown(project, options);
  const settings = resolveSettings(options);
  const plain = new Markdown(project, nothing);

  // Without either, only shorthands matter.
  const isForShorthands = !isForGitHub && !settings.redirecting;

  return ({ file, text }) => {
    if (!markdown.mayHaveLinks(text)) return undefined;
    if (isForShorthands && !text.includes('[[')) return undefined;
    const { path } = file;
    const work = new VFile({ path, value: text });
    try {
      return expand(work);
    } catch (error) {
      tellSyntaxError(work, error);
      return undefined;
    } finally {
      file.messages.push(...work.messages.sort(compareMessage));
    }
  };

  function expand(work: VFile): Expanded {
    const text = String(work);
    const tree = markdown.parse(work);
    const found = findUrls(tree, text);
    const mayChange =
      settings.redirecting || found.some(({ form }) => form === 'shorthand');
    // The plugin changes the tree that it reports on; changes are compared with this one.
    markdown.report(mayChange ? markdown.parse(work) : tree, work);
    const places = withoutNested(found, work.messages);
    const surroundings = surroundingsIn(tree);
    const lost = new LostAttributes();
    const edits = places.flatMap((place) => editOf(place) ?? []);
    // An anchor in a label is before the destination of the link around it.
    edits.sort((left, right) => left.start - right.start);
    const verified = changesLinksAlone(tree, work, edits, plain)
      ? { edits, refused: [], text: applyEdits(text, edits) }
      : // Wrong shorthands stay, and only with the plugin their content is not Markdown.
        verify(tree, work, edits, markdown);
    const messages = new Messages(work, text);
    for (const { link } of verified.refused) {
      const reason = 'Not expanded: more than the link would change';
      messages.tellOf(link, 'not-expanded', reason);
    }
    lost.tell(work);
    if (isForGitHub) tellEmptied(places, verified.edits, messages);
    const { length: links } = verified.edits;
    return { links, text: verified.text };

    function editOf(place: UrlPlace): Edit | undefined {
      const { form, node } = place;
      if (form !== 'shorthand' || node.type !== 'link') {
        const redirected = redirectPlace(place, text, settings);
        lost.add(redirected?.to.attributes);
        return redirected?.edit;
      }
      lost.add(attributesOf(node), titleOf(node));
      const { before, notes } = surroundings.get(node) ?? {};
      return toPlainLink({ ...place, node, before, notes: notes ?? [] }, text);
    }
  }

  function attributesOf({ data }: Link): Readonly<Record<string, string>> | undefined {
    if (!data?.hProperties || !data.contact) return undefined;
    const result = resolveHead(formatHead(data.contact), settings);
    return result.kind === 'link' ? result.attributes : undefined;
  }

  function tellEmptied(
    places: ReadonlyArray<UrlPlace>,
    edits: ReadonlyArray<Edit>,
    messages: Messages,
  ): void {
    const urls = new Map(edits.map(({ link, url }) => [link, url]));
    for (const place of places) {
      const url = urls.get(place) ?? place.url ?? '';
      const scheme = schemeEmptiedByGitHub(url);
      const isContact =
        place.form === 'shorthand' || readUri(url, settings).kind !== 'foreign';
      if (scheme === undefined || !isContact) continue;
      const reason = `GitHub removes the address of \`${scheme}:\` links, and shows the label alone`;
      messages.tellOf(place, 'emptied-link', reason);
    }
  }
}

/** Options with which the plugin does nothing, as if it was not installed. */
const nothing: Options = {
  nearMisses: 'ignore',
  services: Object.fromEntries(
    [...resolveSettings().services.keys()].map((name) => [name, false] as const),
  ),
};

/** What is around a link. */
interface Surroundings {
  /** The node right before it. */
  before: Nodes | undefined;
  /** The references to footnotes in its label, which the plugin has put after the link. */
  notes: Array<FootnoteReference>;
}

function surroundingsIn(tree: Root): Map<Nodes, Surroundings> {
  const found = new Map<Nodes, Surroundings>();
  walk(tree);
  return found;

  function walk(parent: Nodes): void {
    if (!('children' in parent)) return;
    let link: Link | undefined;
    for (const [index, node] of parent.children.entries()) {
      walk(node);
      if (node.type === 'link') {
        link = node;
        found.set(node, { before: parent.children[index - 1], notes: [] });
      } else if (node.type !== 'footnoteReference' || !link) link = undefined;
      else if (rangeOf(node).start < rangeOf(link).end)
        found.get(link)?.notes.push(node);
    }
  }
}
