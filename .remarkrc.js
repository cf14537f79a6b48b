/** How Markdown of this repository is written: `npm run lint:prose`. */
import remarkContactLinks from 'remark-contact-links';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import consistent from 'remark-preset-lint-consistent';
import styleGuide from 'remark-preset-lint-markdown-style-guide';
import recommended from 'remark-preset-lint-recommended';

export default {
  plugins: [
    remarkFrontmatter,
    remarkGfm,
    styleGuide,
    recommended,
    consistent,
    // Tables are wider than a screen here, links longer than a line, GitHub wants `_` in names, and
    // the site has MDX.
    ['remark-lint-table-pipe-alignment', false],
    ['remark-lint-list-item-spacing', false],
    ['remark-lint-maximum-line-length', false],
    ['remark-lint-file-extension', ['md', 'mdx']],
    ['remark-lint-no-file-name-irregular-characters', false],
    ['remark-lint-unordered-list-marker-style', '*'],
    [remarkContactLinks, { retired: 'ignore' }],
  ],
};
