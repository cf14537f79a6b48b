import { Marked as Marked18, type MarkedExtension } from 'marked';
import { Marked as Marked17 } from 'marked-17';

interface Settings {
  breaks?: boolean;
  gfm: boolean;
  /** Whether raw HTML gets into the page. Default: `true`. */
  html?: boolean;
}

/** How a version of marked is made: with an extension, or without. */
type Create = (
  settings: Settings,
  extension?: MarkedExtension,
) => (markdown: string) => string;

/** marked has no option for this: sites bring their own renderer, or sanitize. */
const withoutHtml = {
  renderer: {
    html: ({ text }: { text: string }) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  },
};

/** The versions of marked that the extension is for. */
export const versions: ReadonlyArray<{ name: string; create: Create }> = [
  {
    name: 'marked 17',
    create({ html = true, ...settings }, extension) {
      const marked = new Marked17(settings);
      if (!html) marked.use(withoutHtml);
      // Somebody who has this version has its types too.
      if (extension) marked.use(extension as object);
      return (markdown) => escapeHrefs(marked.parse(markdown, { async: false }));
    },
  },
  {
    name: 'marked 18',
    create({ html = true, ...settings }, extension) {
      const marked = new Marked18(settings);
      if (!html) marked.use(withoutHtml);
      if (extension) marked.use(extension);
      return (markdown) => marked.parse(markdown, { async: false });
    },
  },
];

/** Version 17 writes `&` in a URL as it is, which browsers read the same. */
function escapeHrefs(html: string): string {
  return html.replace(/href="[^"]*"/g, (href) =>
    href.replace(/&(?!(?:amp|lt|gt|quot|#\w+);)/g, '&amp;'),
  );
}
