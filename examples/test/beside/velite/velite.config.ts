import contactLinks from 'remark-contact-links';
import { defineConfig, s } from 'velite';

export default defineConfig({
  root: 'content',
  collections: {
    pages: {
      name: 'Page',
      pattern: '*.md',
      schema: s.object({
        title: s.string(),
        content: s.markdown(),
        toc: s.toc(),
        excerpt: s.excerpt(),
      }),
    },
  },
  markdown: { remarkPlugins: [[contactLinks, { invalid: 'error' }]] },
});
