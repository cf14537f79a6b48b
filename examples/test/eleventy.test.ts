import { testExample } from './example.js';

testExample({
  name: 'eleventy',
  builds: [
    {
      name: 'build',
      command: ['run', 'build'],
      output: 'site',
      pages: { '': 'index', 'syntax/': 'syntax' },
    },
  ],
  wrong: ['pages/wrong.md'],
});
