import MarkdownIt14 from 'markdown-it';
import MarkdownIt15 from 'markdown-it-15';
import markdownItContactLinks, {
  type MarkdownItOptions,
} from '../../src/markdown-it/index.js';

/** The versions of markdown-it that the plugin is for. */
export const versions = [
  { name: 'markdown-it 14', MarkdownIt: MarkdownIt14, create: create14 },
  { name: 'markdown-it 15', MarkdownIt: MarkdownIt15, create: create15 },
] as const;

/** With what GFM has, as far as markdown-it has it. */
const settings = { html: true, linkify: true };

// Twice the same, so that the types of the plugin are held against those of each version.
function create14(options?: MarkdownItOptions<string> | null) {
  return new MarkdownIt14(settings).use(markdownItContactLinks, options);
}

function create15(options?: MarkdownItOptions<string> | null) {
  return new MarkdownIt15(settings).use(markdownItContactLinks, options);
}
