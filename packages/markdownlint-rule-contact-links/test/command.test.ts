import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFolderWith, runBinary } from '../../../test/helpers/packed.js';

const page = 'Call [[skype:cal alice]] or [[teams:chat @alcie]].\n';
const fixed = 'Call [[skype:call alice]] or [[teams:chat @alcie]].\n';

let folder = '';
beforeAll(() => {
  folder = makeFolderWith([
    'remark-contact-links',
    'contact-links',
    'markdownlint-rule-contact-links',
  ]);
  mkdirSync(join(folder, 'docs'));
  write('.markdownlint-cli2.jsonc', {
    config: { default: false, 'contact-links': true },
    customRules: ['markdownlint-rule-contact-links'],
    globs: ['**/*.md'],
    ignores: ['node_modules'],
  });
  write('docs/.contact-linksrc.json', {
    contacts: { alice: { teams: 'alice@contoso.com' } },
    retired: 'ignore',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: object): void {
  writeFileSync(join(folder, path), JSON.stringify(content));
}

describe.each(['markdownlint-cli2', 'markdownlint-cli2-newest'])('%s', (version) => {
  beforeAll(() => writeFileSync(join(folder, 'docs/page.md'), page));

  test('reports with the configuration of the folder', () => {
    const { status, stderr } = runBinary(folder, version);
    expect(stderr).toContain('docs/page.md:1:6 error contact-links');
    expect(stderr).toContain('Write `[[skype:call alice]]` (unknown-action)]');
    expect(stderr).toContain('did you mean `@alice`?');
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(status).toBe(1);
  });

  test('fixes what is sure', () => {
    const { stderr } = runBinary(folder, version, '--fix');
    expect(readFileSync(join(folder, 'docs/page.md'), 'utf8')).toBe(fixed);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
