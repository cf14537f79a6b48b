import { testExample } from './example.js';

testExample({
  name: 'react-markdown',
  builds: [
    {
      name: 'build',
      command: ['run', 'build'],
      output: 'dist',
      pages: { '': 'index', '#syntax': 'syntax' },
    },
  ],
  wrong: ['src/pages/wrong.md'],
  // vfile-reporter prints the path of a file once, above the messages about it.
  place: (file, place) => `${file}\n${place}-`,
});
