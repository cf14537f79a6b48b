#!/usr/bin/env node
/**
 * Render a Markdown file to HTML: `npm start -- [file]`.
 *
 * The HTML goes to standard output, messages go to standard error as `file:line:column`.
 * The exit status is 1 when there is a message of level error.
 */
import process from 'node:process';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { read } from 'to-vfile';
import { unified } from 'unified';

const path = process.argv[2] ?? 'fixtures/classic-page/input.md';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkContactLinks)
  .use(remarkRehype)
  .use(rehypeStringify);

const file = await read(path);

try {
  await processor.process(file);
  process.stdout.write(`${file}\n`);
} catch (error) {
  // The error is among the messages when the plugin threw it to stop a build.
  if (!file.messages.includes(error)) throw error;
}

for (const message of file.messages) {
  const level = message.fatal ? 'error' : message.fatal === false ? 'warning' : 'info';
  const fix = message.expected?.length
    ? `\n  write: ${message.expected.join('\n  or:    ')}`
    : '';
  process.stderr.write(
    `${path}:${message.line}:${message.column}: ${level}: ${message.reason} [${message.ruleId}]${fix}\n`,
  );
}

if (file.messages.some((message) => message.fatal)) process.exitCode = 1;
