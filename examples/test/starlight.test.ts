import { testExample } from './example.js';

testExample({
  name: 'starlight',
  builds: [
    {
      name: 'build',
      command: ['run', 'build'],
      output: 'dist',
      pages: { '': 'index', 'syntax/': 'syntax', 'mdx/': 'syntax' },
    },
  ],
  // Of two files with the same text and id, Astro takes the page of the first from its cache.
  wrong: ['src/content/docs/wrong.md', 'src/content/docs/wrong-too.mdx'],
  dev: {
    command: ['run', 'dev', '--', '--host', '127.0.0.1', '--port'],
    page: 'src/content/docs/index.md',
  },
});
