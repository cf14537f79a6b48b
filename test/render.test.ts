import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fixtures } from './helpers/fixtures.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What `npm start` runs; it takes the plugin from `dist`, as users do. */
function start(...arguments_: Array<string>) {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['examples/render.js', ...arguments_],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stderr, stdout };
}

function temporaryFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'contact-links-')), 'page.md');
  writeFileSync(path, text);
  return path;
}

describe('npm start', () => {
  test('renders the classic page when no file is named', () => {
    const { status, stderr, stdout } = start();
    expect(stdout).toContain(
      '<a href="skype:echo-chinese;echo123?call">conference call with echo-chinese and echo123</a>',
    );
    expect(stderr).toMatch(
      /^fixtures\/classic-page\/input\.md:5:3: info: Skype closed/,
    );
    expect(status).toBe(0);
    expect(fixtures.map(({ name }) => name)).toContain('classic-page');
  });

  test('reports what is wrong as file:line:column, with what to write', () => {
    const path = temporaryFile('Hi,\n\nplease [[skype:cal echo123]].\n');
    expect(start(path)).toEqual({
      status: 0,
      stderr: `${path}:3:8: warning: Unknown action \`cal\` for skype; did you mean \`call\`? Write \`[[skype:call echo123]]\` [unknown-action]\n`,
      stdout: '<p>Hi,</p>\n<p>please [[skype:cal echo123]].</p>\n',
    });
  });

  test('fails on an error', () => {
    const path = temporaryFile('[[skype:cal echo123]]');
    const { status, stderr } = start(path, '--options', '{"invalid":"error"}');
    expect(stderr).toContain(':1:1: error: 1:1: Unknown action `cal` for skype');
    expect(status).toBe(1);
  });

  test('fails on a file that is not there', () => {
    expect(start('nowhere.md').status).toBe(1);
  });
});
