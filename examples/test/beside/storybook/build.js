import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import load from '@storybook/addon-docs/mdx-loader';
import contactLinks from 'remark-contact-links';

/** What `mdxPluginOptions` of `@storybook/addon-docs` come to. */
const options = {
  mdxCompileOptions: { remarkPlugins: [[contactLinks, { invalid: 'error' }]] },
};

mkdirSync('site', { recursive: true });
for (const name of readdirSync('pages')) {
  const resourcePath = resolve('pages', name);
  const compile = promisify((content, done) =>
    load.call({ async: () => done, getOptions: () => options, resourcePath }, content),
  );
  writeFileSync(`site/${name}.js`, await compile(readFileSync(resourcePath, 'utf8')));
}
