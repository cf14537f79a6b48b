/**
 * Render a Markdown file to HTML: `npm start -- [file] [--options JSON]`.
 *
 * The HTML goes to standard output, messages go to standard error as `file:line:column`.
 * The exit status is 1 when there is a message of level error.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { read } from 'to-vfile';
import { unified } from 'unified';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { options: { type: 'string', default: '{}' } },
});
const [path = 'fixtures/classic-page/input.md'] = positionals;

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkContactLinks, JSON.parse(values.options))
  .use(remarkRehype)
  .use(rehypeStringify);

const file = await read(path);

try {
  await processor.process(file);
  process.stdout.write(`${file}\n`);
} catch (error) {
  // What stopped the build is among the messages, unless it is no message at all.
  if (!file.messages.includes(error)) throw error;
}

for (const message of file.messages) {
  const { column, fatal, line, reason, ruleId } = message;
  const level = fatal ? 'error' : fatal === false ? 'warning' : 'info';
  process.stderr.write(`${path}:${line}:${column}: ${level}: ${reason} [${ruleId}]\n`);
}

if (file.messages.some((message) => message.fatal)) process.exitCode = 1;
