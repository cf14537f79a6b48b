import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkContactLinks from 'remark-contact-links';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { makeFolder, run } from './helpers/command.js';

const contacts = JSON.stringify({
  alice: { skype: 'echo123', teams: 'alice@contoso.com' },
});

describe('migrate', () => {
  test('shows a diff, and changes nothing without `--write`', async () => {
    const page = '# Call\n\n[her](skype:echo123?call)\n';
    const folder = makeFolder({ 'contacts.json': contacts, 'docs/page.md': page });
    const args = ['migrate', 'docs', '--contacts', 'contacts.json'];
    const shown = await run(folder, ...args);
    expect(shown).toEqual({
      status: 0,
      stdout: [
        '--- a/docs/page.md',
        '+++ b/docs/page.md',
        '@@ -1,3 +1,3 @@',
        ' # Call',
        ' ',
        '-[her](skype:echo123?call)',
        '+[her](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)',
        '',
      ].join('\n'),
      stderr: 'Read 1 file\nWould change 1 link in 1 file; `--write` does\n',
    });
    expect(readFileSync(join(folder, 'docs/page.md'), 'utf8')).toBe(page);
    expect(await run(folder, ...args, '--write')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Read 1 file\nChanged 1 link in 1 file\n',
    });
    expect(readFileSync(join(folder, 'docs/page.md'), 'utf8')).toBe(
      '# Call\n\n[her](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)\n',
    );
  });

  test.each([
    ['page.md', 'HTML'],
    ['page.mdx', 'JSX'],
  ])(
    'in %s leaves a shorthand in an anchor of %s, and changes what is around',
    async (name) => {
      const nested = '<a href="https://x.org">in [[skype:call echo123| us ]]</a>\n';
      const folder = makeFolder({
        'contacts.json': contacts,
        [name]: `[ok](skype:echo123?call)\n\n${nested}`,
      });
      const checked = await run(folder, 'check', name, '-c', 'contacts.json');
      expect(checked.stdout).toBe(
        [
          `${name}:1:1: warning: Skype closed on 5 May 2025, and Microsoft moved its users to Teams [retired-service]`,
          '  write: [ok](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)',
          `${name}:3:28: warning: A contact link cannot be inside another link; move it out of that link [nested-link]`,
          '',
        ].join('\n'),
      );
      const args = ['-c', 'contacts.json', '--write'];
      expect((await run(folder, 'migrate', name, ...args)).stderr).toBe(
        [
          `${name}:3:28: warning: A contact link cannot be inside another link; move it out of that link [nested-link]`,
          'Read 1 file',
          'Changed 1 link in 1 file',
          'Not replaced, see above: 1',
          '',
        ].join('\n'),
      );
      expect(readFileSync(join(folder, name), 'utf8')).toBe(
        `[ok](https://teams.microsoft.com/l/call/0/0?users=alice%40contoso.com)\n\n${nested}`,
      );
    },
  );

  test.each([
    '<skype:echo123?call>',
    '<skype:echo123>',
    '<callto:echo123>',
    '*<skype:echo123?chat>*, <SKYPE:Echo123?call&amp;video=true>',
    '| a |\n| - |\n| <skype:b%7Cb> |',
    '<skype:star>',
    '[x](skype:echo123?call) ![y](skype:echo123) [z][]\n\n[z]: skype:star',
  ])('shows the same as redirecting does in the page: %s', async (page) => {
    const redirected = {
      contacts: {
        alice: { skype: 'echo123', teams: 'alice@contoso.com', name: 'Alice' },
        star: {
          skype: 'star',
          teams: 's@x.org',
          name: '*A* _b_ [c](d) <e> `f` | &amp; ~g~ :h',
        },
      },
      redirect: { skype: 'teams' },
    };
    const folder = makeFolder({
      'contacts.json': JSON.stringify(redirected.contacts),
      'page.md': page,
    });
    const render = (options: object) =>
      String(
        unified()
          .use(remarkParse)
          .use(remarkGfm)
          .use(remarkContactLinks, options)
          .use(remarkRehype)
          .use(rehypeStringify)
          .processSync(readFileSync(join(folder, 'page.md'))),
      );
    const expected = render(redirected);
    const args = ['-c', 'contacts.json', '--write'];
    expect((await run(folder, 'migrate', '.', ...args)).status).toBe(0);
    expect(render({})).toBe(expected);
  });

  test('shows a diff that git can apply, with the same result', async () => {
    const files = {
      'contacts.json': contacts,
      'a.md': `${'text\n\n'.repeat(20)}[x](skype:echo123)\n${'text\n\n'.repeat(20)}[x](skype:echo123)`,
      'crlf.md': '\uFEFF[x](skype:echo123)\r\n\r\nend\r\n',
      'deep/with space.md': '<skype:echo123>\n',
    };
    const [one, other] = [makeFolder(files), makeFolder(files)];
    const { stdout } = await run(one, 'migrate', '.', '-c', 'contacts.json', '--quiet');
    const options = { cwd: one, input: stdout, encoding: 'utf8' } as const;
    // Away from any repository around the folder.
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: join(one, '..') };
    const { status, stderr } = spawnSync('git', ['apply', '-'], { ...options, env });
    expect({ status, errors: stderr.match(/^error.*/m) }).toEqual({
      status: 0,
      errors: null,
    });
    await run(other, 'migrate', '.', '-c', 'contacts.json', '--write');
    for (const [name, before] of Object.entries(files)) {
      const after = readFileSync(join(other, name), 'utf8');
      expect(readFileSync(join(one, name), 'utf8')).toBe(after);
      expect(after === before).toBe(name === 'contacts.json');
    }
  });

  test('tells what stays, and fails then with --frail', async () => {
    const folder = makeFolder({ 'page.md': '[x](skype:echo123) <skype:live:bob>\n' });
    const { status, stderr, stdout } = await run(folder, 'migrate', '.');
    expect(stdout).toBe('');
    expect(status).toBe(0);
    expect(stderr).toBe(
      [
        'page.md:1:1: warning: No replacement for this link: `contacts` has no teams address for `echo123` [no-replacement]',
        'page.md:1:20: warning: No replacement for this link: `contacts` has no teams address for `live:bob` [no-replacement]',
        'Read 1 file',
        'Nothing to change',
        'Not replaced, see above: 2',
        'To fill in, in the address book (`--init-contacts` writes what is missing into the file of `--contacts`):',
        JSON.stringify(
          {
            echo123: { skype: 'echo123', teams: null },
            bob: { skype: 'live:bob', teams: null },
          },
          null,
          2,
        ),
        '',
      ].join('\n'),
    );
    expect((await run(folder, 'migrate', '.', '--frail')).status).toBe(1);
    expect(
      (await run(folder, 'migrate', '.', '--report', 'github', '-q')).stderr,
    ).toMatch(
      /^::warning file=page\.md,line=1,endLine=1,col=1,endColumn=19,title=no-replacement::/,
    );
  });

  test('writes who is missing into the address book, and keeps what is in it', async () => {
    const page =
      '[[skype:call echo123;Bob.B]] <skype:bob.b> [[skype:call @carol]] [x](skype:live:.cid.1f;live:cid.1f?call) [[skype:call +12015550123]] <skype:carol.c>\n';
    const folder = makeFolder({ 'page.md': page });
    const place = join(folder, 'contacts.json');
    const args = ['migrate', '.', '--contacts', 'contacts.json'];
    expect(await run(folder, ...args, '--init-contacts')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Wrote 5 entries to fill in to contacts.json\n',
    });
    expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual({
      $schema: expect.stringContaining('schemas/address-book.json'),
      echo123: { skype: 'echo123', teams: null },
      'Bob.B': { skype: 'Bob.B', teams: null },
      'cid.1f': { skype: 'live:.cid.1f', teams: null },
      'cid.1f-2': { skype: 'live:cid.1f', teams: null },
      'carol.c': { skype: 'carol.c', teams: null },
    });
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(page);

    // What is not filled in yet harms nobody.
    const filled = {
      carol: { skype: 'carol.c', name: 'Carol' },
      'Bob.B': { skype: 'bob.b', teams: 'bob@contoso.com' },
      echo123: { skype: 'echo123', teams: null },
    };
    makeFolder({ 'contacts.json': JSON.stringify(filled) }, folder);
    await run(folder, ...args, '--init-contacts');
    expect(JSON.parse(readFileSync(place, 'utf8'))).toEqual({
      carol: { skype: 'carol.c', name: 'Carol', teams: null },
      'Bob.B': { skype: 'bob.b', teams: 'bob@contoso.com' },
      echo123: { skype: 'echo123', teams: null },
      'cid.1f': { skype: 'live:.cid.1f', teams: null },
      'cid.1f-2': { skype: 'live:cid.1f', teams: null },
    });
    await run(folder, ...args, '--write');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(
      page
        .replace(
          '<skype:bob.b>',
          '[Bob.B](https://teams.microsoft.com/l/chat/0/0?users=bob%40contoso.com)',
        )
        .replace('[[skype:call +12015550123]]', '[[teams:call +12015550123]]'),
    );
  });

  test('does not write addresses into the address book that Skype does not have', async () => {
    const folder = makeFolder({
      'page.md':
        '[a](skype:a@contoso.com?chat) [b](skype:19:b@thread.skype?chat) [c](skype:echo%20123?call) <skype:@d>\n\n[e](skype:e;f%20f)\n',
    });
    const args = ['migrate', '.', '--contacts', 'contacts.json'];
    expect((await run(folder, ...args, '--init-contacts')).stderr).toBe(
      'Wrote 1 entry to fill in to contacts.json\n',
    );
    const written = readFileSync(join(folder, 'contacts.json'), 'utf8');
    expect(JSON.parse(written)).toEqual({
      $schema: expect.stringContaining('schemas/address-book.json'),
      e: { skype: 'e', teams: null },
    });
    // They are told in place of that, also when nobody else is missing.
    makeFolder({ 'contacts.json': written.replace('null', '"e@contoso.com"') }, folder);
    const reasons = [
      'Cannot reach `a@contoso.com`: a Skype name cannot contain `@`',
      'Cannot reach `19:b@thread.skype`: a Skype name cannot contain `:`',
      'Cannot reach `echo 123`: a Skype name has no spaces; put `;` between people',
      'Unknown contact `@d`; did you mean `@e`?',
      'Cannot reach `f f`: a Skype name has no spaces; put `;` between people',
    ].map((reason) => `No replacement for this link: ${reason}`);
    const { stderr } = await run(folder, ...args);
    expect(stderr.match(/No replacement.+(?= \[)/g)).toEqual(reasons);
    expect(stderr).not.toContain('To fill in');
    const { stdout } = await run(folder, 'check', '.', '-c', 'contacts.json');
    expect(stdout.match(/No replacement.+/g)).toEqual(reasons);
  });

  test('has nothing to write into an address book that lacks nobody', async () => {
    const folder = makeFolder({
      'page.md': '<skype:echo123>\n',
      'contacts.json': contacts,
    });
    const args = ['migrate', '.', '--contacts', 'contacts.json', '--init-contacts'];
    expect(await run(folder, ...args)).toMatchObject({
      status: 0,
      stderr: 'Nobody is missing\n',
    });
    expect(readFileSync(join(folder, 'contacts.json'), 'utf8')).toBe(contacts);
    const empty = makeFolder({ 'page.md': 'text\n' });
    await run(empty, ...args);
    expect(existsSync(join(empty, 'contacts.json'))).toBe(false);
  });
});

describe('migrate --from', () => {
  test.each([
    ['whatsap', undefined, 'did you mean `whatsapp`?'],
    ['skype:ring', 'teams', 'Wrong value of `--from`: given `skype:ring`'],
    [
      'whatsapp',
      undefined,
      '`--from whatsapp` needs `--to`, or an entry of `redirect`',
    ],
    ['irc.oftc.net', undefined, '`--from irc.oftc.net` needs `--to`'],
    ['whatsapp', 'WhatsApp', '`--from` and `--to` name the same service'],
    ['whatsapp', 'skype', 'Wrong value of `--to`: given `skype`'],
    ['whatsapp', 'irc.libera.chat', 'Wrong value of `--to`: given `irc.libera.chat`'],
  ])('%s --to %s is refused', async (from, to, reason) => {
    const folder = makeFolder({ 'page.md': '' });
    const rest = to === undefined ? [] : ['--to', to];
    const { status, stderr } = await run(
      folder,
      'migrate',
      '.',
      '--from',
      from,
      ...rest,
    );
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('takes where links go from the configuration', async () => {
    const folder = makeFolder({
      '.contact-linksrc.json': JSON.stringify({
        redirect: { WA: 'signal', 'whatsapp:chat': 'sms', tel: 'sms' },
      }),
      'page.md':
        '[[whatsapp:+1 201 555 0123]] [[wa:chat +1 201 555 0123]] [[tel:+12015550123]]',
    });
    await run(folder, 'migrate', '.', '--from', 'whatsapp', '--write');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(
      '[[signal:+1 201 555 0123]] [[wa:chat +1 201 555 0123]] [[tel:+12015550123]]',
    );
    const args = ['--from', 'whatsapp:chat', '--to', 'tel:call', '--write'];
    await run(folder, 'migrate', '.', ...args);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(
      '[[signal:+1 201 555 0123]] [[tel:call +1 201 555 0123]] [[tel:+12015550123]]',
    );
  });

  test('Skype goes to Teams when nothing is said', async () => {
    const folder = makeFolder({
      'c.json': contacts,
      'page.md': '[[skype:chat echo123]] [[whatsapp:+1 201 555 0123]]',
    });
    await run(folder, 'migrate', '.', '--from', 'skype', '-c', 'c.json', '--write');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(
      '[[teams:chat alice@contoso.com]] [[whatsapp:+1 201 555 0123]]',
    );
  });

  test('of a service that is gone lists what is to be filled in', async () => {
    const folder = makeFolder({
      'page.md': '[a](https://gitter.im/a/b?x=1) <https://gitter.im/a/b>\n',
    });
    const { stderr } = await run(folder, 'migrate', '.', '--from', 'gitter');
    expect(stderr).toBe(
      [
        'page.md:1:1: warning: No replacement for this link: option `redirect.links` has no entry for it [no-replacement]',
        'page.md:1:32: warning: No replacement for this link: option `redirect.links` has no entry for it [no-replacement]',
        'Read 1 file',
        'Nothing to change',
        'Not replaced, see above: 2',
        'Missing in `redirect` of the configuration, with a shorthand for each, such as `matrix:#room:example.org`:',
        '{',
        '  "links": {',
        '    "https://gitter.im/a/b": null',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('takes other names of services', async () => {
    const folder = makeFolder({
      'c.json': '{"a": {"mailto": "a@b.example", "whatsapp": "+12015550123"}}',
      'page.md': '[a](https://wa.me/12015550123)\n',
    });
    const args = ['--from', 'wa', '--to', 'email', '-c', 'c.json'];
    expect((await run(folder, 'migrate', '.', ...args)).stdout).toContain(
      '+[a](mailto:a@b.example)',
    );
  });

  test('tells of labels with names that have punctuation', async () => {
    const folder = makeFolder({
      'c.json': '{"a": {"mailto": "a@b.example", "teams": "a@contoso.com"}}',
      'page.md': '[by e-mail](mailto:a@b.example)\n',
    });
    const args = ['--from', 'mailto', '--to', 'teams', '-c', 'c.json'];
    expect((await run(folder, 'migrate', '.', ...args)).stderr).toContain(
      'still says “e-mail” [old-name]',
    );
  });
});
