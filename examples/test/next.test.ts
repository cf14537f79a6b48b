import { testExample } from './example.js';

const pages = { '': 'index', syntax: 'syntax' } as const;

testExample({
  name: 'next',
  builds: [
    { name: 'Turbopack', command: ['run', 'build'], output: 'out', pages },
    {
      name: 'webpack',
      command: ['run', 'build', '--', '--webpack'],
      output: 'out',
      pages,
    },
  ],
  wrong: ['app/wrong/page.md'],
  dev: {
    command: ['run', 'dev', '--', '--hostname', '127.0.0.1', '--port'],
    page: 'app/page.md',
  },
});
