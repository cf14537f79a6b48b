import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVsCode, type VsCode, type Window } from './vscode.js';

let folder: string;
let vscode: VsCode;
let window: Window;

const contacts = { us: { name: 'us all', tel: '+1 201 555 0100' } };
const soon = { interval: 200, timeout: 30_000 };

/** Make a folder of pages. */
function makeFolder(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(made, path, '..'), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

describe('on a machine with files', () => {
  beforeAll(async () => {
    folder = makeFolder({
      'page.md': '# Page\n\n[[tel:call @us]]\n',
      '.contact-linksrc.json': JSON.stringify({ contacts }),
      'scripts/scripted.md': '[[tel:call @us]]\n',
      'scripts/.contact-linksrc.mjs': [
        "import { writeFileSync } from 'node:fs';",
        "writeFileSync(new URL('has-run', import.meta.url), '');",
        `export default ${JSON.stringify({ contacts })};`,
      ].join('\n'),
    });
    vscode = await startVsCode();
    window = await vscode.open(folder);
    await window.openFile('page.md');
  });
  afterAll(async () => {
    await vscode?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a mistake is underlined, and fixed by a command', async () => {
    // The brackets of the last one are as a formatter leaves them.
    await window.replace(
      '[[tel:cal @us]] [[tel:call @them]] \\[\\[team:chat a@b.example]]',
    );
    await expect.poll(() => window.squiggles(), soon).toBe(3);
    await window.run('Contact Links: Fix All in This Page');
    await expect
      .poll(() => window.text(), soon)
      .toBe('[[tel:call @us]] [[tel:call @them]] [[teams:chat a@b.example]]');
  });

  test('services and people are completed', async () => {
    const { page } = window;
    await window.replace('');
    await page.keyboard.type('[[tel:call @');
    const option = page.locator('.suggest-widget .monaco-list-row').first();
    await option.getByText('@us').waitFor();
    await page.keyboard.press('Tab');
    expect(await window.text()).toBe('[[tel:call @us]]');
    await window.replace('');
    await page.keyboard.type('[[tea');
    await option.getByText('teams').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('a hover shows where a link leads', async () => {
    await window.replace('[[tel:call @us]]');
    await window.page.locator('.view-line').getByText('@us').hover();
    await window.page
      .locator('.monaco-hover')
      .getByText('tel:+12015550100')
      .first()
      .waitFor();
  });

  test('shorthands have colors, and none in code', async () => {
    await window.replace('[[tel:call @us]] `[[tel:call @us]]`');
    const words = () =>
      window.page
        .locator('.view-line span[class^=mtk]')
        .evaluateAll((spans) => spans.map((span) => span.textContent));
    await expect
      .poll(async () => (await words()).filter((word) => word === 'tel'), soon)
      .toHaveLength(1);
  });

  test('the preview shows links with the configuration of the page', async () => {
    await window.replace('# Page\n\n[[tel:call @us]] or [[tel:cal @us]]\n');
    await window.run('Markdown: Open Preview to the Side');
    await expect
      .poll(() => window.preview(), soon)
      .toMatch(
        /<a href="tel:\+12015550100"[^>]*>Call us all<\/a> or \[\[tel:cal @us]]/,
      );
    const renamed = { us: { ...contacts.us, name: 'everybody' } };
    writeFileSync(
      join(folder, '.contact-linksrc.json'),
      JSON.stringify({ contacts: renamed }),
    );
    await expect.poll(() => window.preview(), soon).toContain('>Call everybody</a>');
    await window.run('View: Close Editor');
  });

  test('a configuration is checked and completed where it stands', async () => {
    await window.openFile('.contact-linksrc.json');
    await window.replace('{"contact": {}}');
    await expect.poll(() => window.squiggles(), soon).toBe(1);
    const suggested = async (text: string, steps: number) => {
      await window.replace(text);
      for (let step = 0; step < steps; step++) {
        await window.page.keyboard.press('ArrowLeft');
      }
      await window.page.keyboard.press('Control+Space');
      await window.page.waitForTimeout(1000);
      const list = await window.page.locator('.suggest-widget').first().textContent();
      await window.page.keyboard.press('Escape');
      return list;
    };
    await expect.poll(() => suggested('{}', 1), soon).toContain('nearMisses');
    await expect.poll(() => suggested('{"invalid": ""}', 2), soon).toContain('ignore');
    // It is said once.
    await window.replace('{"invalid": "fail"}');
    await expect.poll(() => window.squiggles(), soon).toBe(1);
    await window.run('File: Revert File');
    await window.run('View: Close Editor');
  });

  test('JavaScript of a folder runs once the folder is trusted', async () => {
    await window.openFile('scripts', 'scripted.md');
    await expect.poll(() => window.squiggles(), soon).toBe(1);
    expect(existsSync(join(folder, 'scripts/has-run'))).toBe(false);
    await window.run('Workspaces: Manage Workspace Trust');
    await window.page.getByRole('button', { name: 'Trust', exact: true }).click();
    await expect
      .poll(() => existsSync(join(folder, 'scripts/has-run')), soon)
      .toBe(true);
    await window.openFile('scripted.md');
    await expect.poll(() => window.squiggles(), soon).toBe(0);
  });
});

describe('in a worker of a browser', () => {
  beforeAll(async () => {
    folder = makeFolder({
      'page.md': '[[tel:call @us]] and [[tel:call @them]]\n',
      '.contact-linksrc.json': JSON.stringify({ contacts }),
    });
    vscode = await startVsCode({
      'remote.extensionKind': { 'remark-contact-links.vscode-contact-links': ['web'] },
    });
    window = await vscode.open(folder);
    await window.openFile('page.md');
  });
  afterAll(async () => {
    await vscode?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the configuration of the folder counts, as it is now', async () => {
    await expect.poll(() => window.squiggles(), soon).toBe(1);
    writeFileSync(
      join(folder, '.contact-linksrc.json'),
      JSON.stringify({ contacts: { ...contacts, them: contacts.us } }),
    );
    await expect.poll(() => window.squiggles(), soon).toBe(0);
  });

  test('people are completed', async () => {
    await window.replace('');
    await window.page.keyboard.type('[[tel:call @');
    await window.page
      .locator('.suggest-widget .monaco-list-row')
      .getByText('@us')
      .first()
      .waitFor();
    await window.page.keyboard.press('Escape');
  });
});
