import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

/** What holds on each system, whatever it puts between folders and at the end of lines. */
describe('on this system', () => {
  const page = join('docs', 'calls', 'page.md');
  const wrong = 'Hello\r\n\r\nplease [[skype:cal echo123]]\r\n';

  test.each([
    ['a folder', 'docs'],
    ['a file', page],
    ['a glob', 'docs/**/*.md'],
  ])('check reports the file, line and column of %s', async (_, given) => {
    const folder = makeFolder({ [page]: wrong });
    const { status, stdout } = await run(folder, 'check', given);
    expect(stdout).toContain('docs/calls/page.md:3:8: warning: Unknown action `cal`');
    expect(status).toBe(0);
  });

  test('check reports with slashes to GitHub', async () => {
    const folder = makeFolder({ [page]: wrong });
    const { stdout } = await run(folder, 'check', 'docs', '--report', 'github');
    expect(stdout).toMatch(/^::warning file=docs\/calls\/page\.md,line=3,.*,col=8,/m);
  });

  test('migrate shows a diff that git applies', async () => {
    const folder = makeFolder({
      'contacts.json': '{"alice": {"skype": "echo123", "teams": "alice@contoso.com"}}',
      [page]: '[her](skype:echo123?call)\n',
    });
    const { stdout } = await run(folder, 'migrate', 'docs', '-c', 'contacts.json');
    expect(stdout).toContain('--- a/docs/calls/page.md\n+++ b/docs/calls/page.md\n');
  });

  test('migrate keeps the ends of lines', async () => {
    const folder = makeFolder({
      'contacts.json': '{"alice": {"skype": "echo123", "teams": "alice@contoso.com"}}',
      [page]: 'Call\r\n\r\n[her](skype:echo123?call)\r\n',
    });
    const args = ['migrate', 'docs', '--contacts', 'contacts.json', '--write'];
    expect((await run(folder, ...args)).status).toBe(0);
    expect(readFileSync(join(folder, page), 'utf8')).toBe(
      'Call\r\n\r\n' +
        '[her](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)\r\n',
    );
  });

  test('list names the file of a link', async () => {
    const folder = makeFolder({ [page]: '[[tel:+1 201 555 0123]]\r\n' });
    expect((await run(folder, 'list', '.')).stdout).toBe(
      'docs/calls/page.md:1:1: tel +1 201 555 0123\n',
    );
  });
});
