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

/** What is said of a page, in the words that all engines share. */
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

type Engine = (
  options: Options,
) => (markdown: string) => [string, ReadonlyArray<Message>];

/** The engines, by name: each makes HTML of Markdown, and says what is wrong. */
export const engines: Readonly<Record<string, Engine>> = {
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

/** Without images: a page that somebody shares must not ask another site for one. */
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img'),
};

/** Makes a renderer of pages with an engine; whatever the engine gives is sanitized. */
export function createRenderer(name: string, options: Options) {
  const engine = engines[name]?.(options);
  if (!engine) throw new Error(`Unknown engine ${name}`);
  let links: Rendered['links'] = [];
  const sanitizer = unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeSanitize, contactLinkSanitizeSchema(schema, options))
    .use(() => (tree: Root) => collectLinks(tree, links))
    .use(rehypeStringify)
    .freeze();
  return (markdown: string): Rendered => {
    const [unsafe, messages] = engine(markdown);
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
