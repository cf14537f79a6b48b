/**
 * What people use for the same in a remark pipeline, each set up to make the same anchors.
 */
import { findAndReplace } from 'mdast-util-find-and-replace';
import remarkDirective from 'remark-directive';
import remarkWikiLink from 'remark-wiki-link';
import { visit } from 'unist-util-visit';

/** remark-directive, with a transform for `:skype[label]{call=echo123}`. */
export function directives() {
  return [
    remarkDirective,
    () => (tree) => {
      visit(tree, 'textDirective', (node) => {
        if (node.name !== 'skype') return;
        const name = node.attributes?.call ?? '';
        node.data = {
          hName: 'a',
          hProperties: { href: `skype:${encodeURIComponent(name)}?call` },
        };
        if (node.children.length === 0) {
          node.children = [{ type: 'text', value: `Call ${name} with Skype` }];
        }
      });
    },
  ];
}

/** remark-wiki-link, set to make Skype links of `[[echo123|label]]`; a label is plain text. */
export function wikiLinks() {
  return [
    [
      remarkWikiLink,
      {
        aliasDivider: '|',
        hrefTemplate: (name) => `skype:${encodeURIComponent(name)}?call`,
        pageResolver: (name) => [name],
      },
    ],
  ];
}

/** Ten lines that look for shorthands in the text that parsing has left. */
export function findAndReplaceLinks() {
  return [
    () => (tree) => {
      findAndReplace(tree, [
        /\[\[skype:call ([^|\]]+)(?:\|([^\]]+))?\]\]/g,
        (_, name, label) => ({
          type: 'link',
          url: `skype:${encodeURIComponent(name)}?call`,
          children: [{ type: 'text', value: label ?? `Call ${name} with Skype` }],
        }),
      ]);
    },
  ];
}
