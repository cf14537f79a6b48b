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
  // vfile-reporter heads what it says of a file with its path.
  place: (file, place) => `${file}\n${place}-`,
});
