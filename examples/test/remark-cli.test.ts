import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testExample } from './example.js';
import { runWell } from './processes.js';

testExample(
  {
    name: 'remark-cli',
    builds: [
      {
        name: 'build',
        command: ['run', 'build'],
        output: 'site',
        pages: { index: 'index', syntax: 'syntax' },
      },
    ],
    wrong: ['pages/wrong.md'],
    // vfile-reporter prints the path of a file once, above the messages about it.
    place: (file, place) => `${file}\n${place}-`,
  },
  (built) => {
    test('formats pages without harm to the links', async () => {
      const { folder } = built();
      const html = () => readFileSync(join(folder, 'site', 'syntax.html'), 'utf8');
      const before = html();
      await runWell(folder, 'run', 'format');
      await runWell(folder, 'run', 'build');
      expect(readFileSync(join(folder, 'pages', 'syntax.md'), 'utf8')).toContain(
        '[[skype:call echo123|Call **us** with `Skype`]]',
      );
      expect(html()).toBe(before);
    });
  },
);
