import { createMarkdownExit } from 'markdown-exit';
import MarkdownIt14 from 'markdown-it';
import MarkdownIt15 from 'markdown-it-15';
import markdownItContactLinks, {
  type MarkdownItOptions,
} from '../../src/markdown-it/index.js';

type Preset = 'commonmark' | 'default';

/** The versions of markdown-it that the plugin is for, and what takes its plugins as they are. */
export const versions = [
  {
    name: 'markdown-it 14',
    make: (preset: Preset) => new MarkdownIt14(preset),
    create: create14,
  },
  {
    name: 'markdown-it 15',
    make: (preset: Preset) => new MarkdownIt15(preset),
    create: create15,
  },
  { name: 'markdown-exit', make: createMarkdownExit, create: createExit },
] as const;

/** With what GFM has, as far as markdown-it has it. */
const settings = { html: true, linkify: true };

// Each time the same, so that the types of the plugin are held against those of each version.
function create14(options?: MarkdownItOptions<string> | null) {
  return new MarkdownIt14(settings).use(markdownItContactLinks, options);
}

function create15(options?: MarkdownItOptions<string> | null) {
  return new MarkdownIt15(settings).use(markdownItContactLinks, options);
}

function createExit(options?: MarkdownItOptions<string> | null) {
  return createMarkdownExit(settings).use(markdownItContactLinks, options);
}
