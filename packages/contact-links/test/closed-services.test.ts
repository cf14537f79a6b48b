import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

describe('what a service that is gone leaves', () => {
  const page = [
    '[a](skype:echo123?call), and Skype on the same line',
    '[b](skype:echo123?call)',
    '![status](http://mystatus.skype.com/smallclassic/echo123)',
    '<SkypeButton name="echo123" />',
    'Ask us on Skype, or on Skype for Business.',
    'Jittering is not gittering.',
  ].join('\n\n');
  const gitter =
    '<https://gitter.im/a/b> <https://gitter.im/a/c>\n\n![Gitter](badge.svg)\n';

  test('is said in a sentence for each, and counted', async () => {
    const folder = makeFolder({ 'a.md': page, 'b.md': gitter, 'c.md': 'Our SKYPE\n' });
    const { stderr, stdout } = await run(folder, 'check', '.');
    expect(stderr).toBe(
      [
        'Skype closed on 5 May 2025, and Microsoft moved its users to Teams: 2 links in 1 file',
        'Still mentions Skype in 4 other lines',
        'Gitter ended on 13 February 2023; use Matrix: 2 links in 1 file',
        'Still mentions Gitter in 1 other line',
        'Checked 3 files: 2 warnings, 2 info',
        '',
      ].join('\n'),
    );
    expect(stdout.match(/Skype closed on/g)).toHaveLength(1);
    expect(stdout.match(/Gitter ended on/g)).toHaveLength(1);
    expect(stdout).toContain('a.md:3:1: warning: Link to Skype [retired-service]\n');
    expect(stdout).toContain('b.md:1:25: info: Link to Gitter [retired-service]\n');
    expect((await run(folder, 'check', '.', '--quiet')).stderr).toBe('');
  });

  test('is said in full at each link by other reporters', async () => {
    const folder = makeFolder({ 'a.md': page });
    for (const report of ['json', 'github', 'sarif']) {
      const { stdout } = await run(folder, 'check', '.', '--report', report);
      expect(stdout.match(/Skype closed on/g)).toHaveLength(2);
    }
  });

  test('is counted in files that no longer have a link to Skype', async () => {
    const folder = makeFolder({
      'a.md': 'On Skype.\r\n\r\nskype\r\n',
      'b.md': 'Gitter, ICQ\n',
    });
    const { stderr, stdout } = await run(folder, 'check', '.');
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'Still mentions Skype in 2 lines\nChecked 2 files: nothing is wrong\n',
    );
  });

  test('is not counted in a file that could not be worked on', async () => {
    const folder = makeFolder({ 'a.mdx': '{ [x](skype:echo123)\n\nSkype\n' });
    expect((await run(folder, 'check', '.')).stderr).toBe('Checked 1 file: 1 error\n');
  });

  test.each([{ retired: 'ignore' }, { rules: { 'retired-service': 'off' } }])(
    'is left alone with %j',
    async (options) => {
      const folder = makeFolder({
        'a.md': page,
        '.contact-linksrc.json': JSON.stringify(options),
      });
      const { stderr } = await run(folder, 'check', '.');
      expect(stderr).toBe('Checked 1 file: nothing is wrong\n');
    },
  );
});
