import type { Element, Root } from 'hast';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks, {
  contactLinkSanitizeSchema,
  type Options,
} from 'remark-contact-links';
import markdownItContactLinks from 'remark-contact-links/markdown-it';
import markedContactLinks from 'remark-contact-links/marked';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/** A message about a page, with the fields that all engines share. */
export interface Message {
  line?: number | undefined;
  column?: number | undefined;
  reason: string;
  ruleId?: string | undefined;
  url?: string | undefined;
}

/** A page that an engine has made. */
export interface Rendered {
  /** Its HTML, sanitized. */
  html: string;
  links: Array<{ href: string; text: string }>;
  messages: ReadonlyArray<Message>;
}

/** Turns Markdown into HTML and messages. */
export type Engine = (
  options: Options,
) => (markdown: string) => [string, ReadonlyArray<Message>];

/** The engines that come with the playground, by name. */
const loaded: Readonly<Record<string, Engine>> = {
  remark(options) {
    const processor = unified()
      .use(remarkParse)
      .use(remarkContactLinks, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .freeze();
    return (markdown) => {
      const file = processor.processSync(markdown);
      return [String(file), file.messages as Array<Message>];
    };
  },
  'markdown-it'(options) {
    let messages: Array<Message> = [];
    const onMessage = (message: Message) => messages.push(message);
    const md = new MarkdownIt().use(markdownItContactLinks, { ...options, onMessage });
    return (markdown) => {
      messages = [];
      return [md.render(markdown), messages];
    };
  },
  marked(options) {
    let messages: Array<Message> = [];
    const onMessage = (message: Message) => messages.push(message);
    const marked = new Marked(markedContactLinks({ ...options, onMessage }));
    return (markdown) => {
      messages = [];
      return [marked.parse(markdown) as string, messages];
    };
  },
};

/**
 * Load Sätteri, which is a megabyte of WebAssembly. GitHub Pages does not send the headers that its
 * threads need, but rendering one page needs no threads.
 */
async function loadSatteri(): Promise<Engine> {
  const [{ markdownToHtml }, { default: contactLinks }] = await Promise.all([
    import('satteri'),
    import('remark-contact-links/satteri'),
  ]);
  return (options) => {
    let messages: Array<Message> = [];
    const onMessage = (message: Message) => messages.push(message);
    const mdastPlugins = [contactLinks({ ...options, onMessage })];
    return (markdown) => {
      messages = [];
      return [markdownToHtml(markdown, { mdastPlugins }).html, messages];
    };
  };
}

/** The names of the engines. */
export const engineNames = [...Object.keys(loaded), 'Sätteri'];

/** Load an engine by its name. */
export async function loadEngine(name: string): Promise<Engine> {
  const engine = name === 'Sätteri' ? await loadSatteri() : loaded[name];
  if (!engine) throw new Error(`Unknown engine ${name}`);
  return engine;
}

/** Without images: a page that somebody shares must not ask another site for one. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img'),
};

/** Make a renderer of pages with an engine; the HTML of the engine is sanitized. */
export function createRenderer(engine: Engine, options: Options) {
  const toHtml = engine(options);
  let links: Rendered['links'] = [];
  const sanitizer = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize, contactLinkSanitizeSchema(schema, options))
    .use(() => (tree: Root) => collectLinks(tree, links))
    .use(rehypeStringify)
    .freeze();
  return (markdown: string): Rendered => {
    const [unsafe, messages] = toHtml(markdown);
    links = [];
    const html = String(sanitizer.processSync(unsafe));
    return { html, links, messages };
  };
}

function collectLinks(node: Root | Element, links: Rendered['links']): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const { href } = child.properties;
    if (child.tagName === 'a' && typeof href === 'string') {
      links.push({ href, text: textOf(child) });
    }
    collectLinks(child, links);
  }
}

function textOf(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text'
        ? child.value
        : child.type === 'element'
          ? textOf(child)
          : '',
    )
    .join('');
}
