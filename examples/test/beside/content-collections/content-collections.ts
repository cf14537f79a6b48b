import { defineCollection, defineConfig } from '@content-collections/core';
import { compileMarkdown } from '@content-collections/markdown';
import { compileMDX } from '@content-collections/mdx';
import contactLinks, { type Options } from 'remark-contact-links';
import { z } from 'zod';

const plugin: [typeof contactLinks, Options] = [contactLinks, { invalid: 'error' }];
const options = { remarkPlugins: [plugin] };

const pages = defineCollection({
  name: 'pages',
  directory: 'content',
  include: '*.md',
  schema: z.object({ title: z.string(), content: z.string() }),
  transform: async (page, context) => ({
    ...page,
    html: await compileMarkdown(context, page, options),
    mdx: await compileMDX(context, page, options),
  }),
});

export default defineConfig({ content: [pages] });
