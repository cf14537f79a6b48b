import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks, { type Options } from '../src/index.js';

/** Render a file as Docusaurus hands it over, with the name of its compiler. */
function inDocusaurus(value: string, options: Options = {}): string {
  const file = new VFile({ value, data: { frontMatter: {}, compilerName: 'client' } });
  return String(
    unified()
      .use(remarkParse)
      .use(remarkContactLinks, options)
      .use(remarkRehype)
      .use(rehypeStringify)
      .processSync(file),
  );
}

describe('Docusaurus', () => {
  test('is kept from opening a tab for a link to an app', () => {
    expect(inDocusaurus('[[tel:+1 201 555 0123]]')).toBe(
      '<p><a href="tel:+12015550123" target="_self">+1 201 555 0123</a></p>',
    );
  });

  test('opens a web page as it opens others', () => {
    expect(inDocusaurus('[[signal:+1 201 555 0123]]')).toBe(
      '<p><a href="https://signal.me/#p/+12015550123">+1 201 555 0123</a></p>',
    );
  });

  test('opens what the site says', () => {
    const options: Options = { attributes: { tel: { target: '_top' } } };
    expect(inDocusaurus('[[tel:+1 201 555 0123]]', options)).toBe(
      '<p><a href="tel:+12015550123" target="_top">+1 201 555 0123</a></p>',
    );
  });
});
