import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

const contacts = JSON.stringify({
  alice: { skype: 'echo123', teams: 'alice@contoso.com' },
});
const page = `<!doctype html>
<title>[[tel:1]] <a href="skype:echo123">text</a></title>
<!-- <a href="skype:echo123">a comment</a> -->
<script>const a = '<a href="skype:echo123">no</a>';</script>
<p>[[tel:1]] [us](skype:echo123) <a class="x"
  href="skype:echo123?call&amp;video=true">call</a>
<a href='mailto: a@b.example'>write</a> <a href=skype:echo123>chat</a>
<!-- contact-links-disable-next-line -->
<a href="tel:2015550123">local</a>
`;

describe('HTML files', () => {
  test('are left out unless their extension is given', async () => {
    const folder = makeFolder({ 'page.html': page });
    expect(await run(folder, 'check', '.')).toMatchObject({ status: 0, stdout: '' });
  });

  test('are checked: their anchors are links, and nothing else is', async () => {
    const folder = makeFolder({ 'c.json': contacts, 'page.html': page });
    const { stderr, stdout } = await run(
      folder,
      ...['check', '.', '--ext', 'html,htm', '-c', 'c.json'],
    );
    expect(stdout.match(/^page.html:\d+:\d+: .*/gm)).toEqual([
      'page.html:6:8: warning: Skype closed on 5 May 2025, and Microsoft moved its users to Teams [retired-service]',
      'page.html:7:9: warning: Invalid mailto link: a space comes before the address; write `mailto:a@b.example` [invalid-link]',
      'page.html:7:49: warning: Link to Skype [retired-service]',
    ]);
    expect(stderr).toContain('3 warnings');
  });

  test('are migrated and fixed, but for all that is not a link', async () => {
    const folder = makeFolder({ 'c.json': contacts, 'page.HTM': page });
    await run(folder, 'migrate', 'page.HTM', '-c', 'c.json', '--write');
    await run(folder, 'check', 'page.HTM', '--fix');
    const moved = 'https://teams.microsoft.com/l';
    expect(readFileSync(join(folder, 'page.HTM'), 'utf8')).toBe(
      page
        .replace(
          '"skype:echo123?call&amp;video=true"',
          `"${moved}/call/0/0?users=alice%40contoso.com&amp;withVideo=true"`,
        )
        .replace(
          'href=skype:echo123',
          `href="${moved}/chat/0/0?users=alice%40contoso.com"`,
        )
        .replace('mailto: a', 'mailto:a'),
    );
  });

  test('are listed', async () => {
    const folder = makeFolder({ 'page.html': page });
    const { stdout } = await run(folder, 'list', 'page.html');
    expect(stdout).toBe(
      [
        'page.html:6:8: skype echo123',
        'page.html:7:9: mailto mailto: a@b.example',
        'page.html:7:49: skype echo123',
        'page.html:9:9: tel tel:2015550123',
        '',
      ].join('\n'),
    );
  });

  test('may be empty', async () => {
    const folder = makeFolder({ 'page.html': '' });
    expect(await run(folder, 'check', 'page.html')).toMatchObject({ status: 0 });
  });
});
