import MarkdownIt14 from 'markdown-it';
import MarkdownIt15 from 'markdown-it-15';
import markdownItContactLinks, {
  type MarkdownItOptions,
  type Message,
  type Options,
} from '../../src/markdown-it/index.js';

/** The versions of markdown-it that the plugin is for. */
export const versions = [
  { name: 'markdown-it 14', create: create14 },
  { name: 'markdown-it 15', create: create15 },
] as const;

export type Version = (typeof versions)[number];

/** With what GFM has, as far as markdown-it has it. */
const settings = { html: true, linkify: true };

// Twice the same, so that the types of the plugin are held against those of each version.
function create14(options: MarkdownItOptions) {
  return new MarkdownIt14(settings).use(markdownItContactLinks, options);
}

function create15(options: MarkdownItOptions) {
  return new MarkdownIt15(settings).use(markdownItContactLinks, options);
}

/** Render Markdown, and gather its messages. */
export function renderMarkdownIt(
  { create }: Version,
  input: string,
  options: Options,
): { html: string; messages: Array<Message>; error: unknown } {
  const messages: Array<Message> = [];
  const md = create({ ...options, onMessage: (message) => messages.push(message) });
  try {
    return { html: md.render(input), messages, error: undefined };
  } catch (error) {
    return { html: '', messages, error };
  }
}
