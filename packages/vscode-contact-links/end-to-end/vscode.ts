import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { executablePath, flags } from '../../../examples/test/chromium.js';
import { freePort } from '../../../examples/test/serve.js';
import { editor, installEditor } from './install.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(editor, 'out/server-main.js');

/** Settings with which nothing is shown that is not of the pages. */
const quiet = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoSurround': 'never',
  'editor.inlayHints.enabled': 'off',
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** VS Code, with the extension. */
export interface VsCode {
  /** Opens a folder in a new window. */
  open: (folder: string) => Promise<Window>;
  close: () => Promise<void>;
}

/**
 * Start VS Code with the extension, packed as it is published.
 *
 * @param settings
 *   Settings of the user.
 */
export async function startVsCode(settings: object = {}): Promise<VsCode> {
  installEditor();
  const data = mkdtempSync(join(tmpdir(), 'vscode-'));
  const vsix = join(data, 'contact-links.vsix');
  await ended(spawn(process.execPath, [join(root, 'scripts/package.js'), vsix]));
  const places = [
    ...['--extensions-dir', join(data, 'extensions')],
    ...['--server-data-dir', join(data, 'server')],
    ...['--user-data-dir', join(data, 'user')],
    '--accept-server-license-terms',
  ];
  await ended(spawn(process.execPath, [main, '--install-extension', vsix, ...places]));
  mkdirSync(join(data, 'user/User'), { recursive: true });
  writeFileSync(
    join(data, 'user/User/settings.json'),
    JSON.stringify({ ...quiet, ...settings }),
  );
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [
      main,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--without-connection-token', '--telemetry-level', 'off'],
      ...places,
    ],
    { detached: true, stdio: 'ignore' },
  );
  const origin = `http://127.0.0.1:${port}/`;
  await answers(origin);
  const browser = await chromium.launch({ args: flags, executablePath });
  return {
    open: (folder) => openWindow(browser, origin, folder),
    async close() {
      await browser.close();
      // With all that it has started, such as the language server.
      if (server.pid) process.kill(-server.pid);
      await once(server, 'exit');
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  }
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${child.spawnargs.join(' ')}\n${output}`);
}

async function answers(origin: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await setTimeout(200)) {
    const response = await fetch(origin).catch(() => undefined);
    if (response?.ok) return;
  }
  throw new Error(`No answer from ${origin}`);
}

async function openWindow(
  browser: Browser,
  origin: string,
  folder: string,
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${origin}?folder=${encodeURIComponent(folder)}`);
  await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
  return new Window(page);
}

/** A window of VS Code. */
export class Window {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a file of the folder, after the folders that lead to it. */
  async openFile(...path: Array<string>): Promise<void> {
    for (const name of path) {
      const row = this.page
        .locator('.explorer-viewlet')
        .getByText(name, { exact: true });
      const isFile = name === path.at(-1);
      await row.click(isFile ? { clickCount: 2 } : {});
    }
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by its title. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').first().fill(`>${title}`);
    // Its keys follow the title.
    const row = '.quick-input-list .monaco-list-row';
    await this.page
      .locator(`${row}[aria-label="${title}"], ${row}[aria-label^="${title},"]`)
      .first()
      .click();
  }

  /** Puts a text in the place of all that is in the editor. */
  async replace(text: string): Promise<void> {
    await this.page.locator('.view-lines').first().click();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** What is in the editor. */
  async text(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').all();
    const tops = await Promise.all(
      lines.map(async (line) => ({
        text: (await line.textContent()) ?? '',
        top: await line.evaluate((element) => element.getBoundingClientRect().top),
      })),
    );
    return tops
      .sort((left, right) => left.top - right.top)
      .map(({ text }) => text.replaceAll('\u00A0', ' '))
      .join('\n');
  }

  /** How many places are underlined. */
  squiggles(): Promise<number> {
    return this.page
      .locator('.squiggly-info, .squiggly-warning, .squiggly-error')
      .count();
  }

  /** The HTML of the preview; empty while there is none. */
  async preview(): Promise<string> {
    for (const frame of this.page.frames()) {
      const body = frame.locator('.markdown-body');
      if ((await body.count().catch(() => 0)) > 0) return body.innerHTML();
    }
    return '';
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
