/**
 * Takes the pictures of the documentation from the built site: `npm run pictures`.
 *
 * Each picture is taken in a light and in a dark scheme, and saved in `site/public/pictures`.
 */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { card } from './card.js';
import { terminal } from './terminal.js';

const folder = new URL('../public/pictures/', import.meta.url);
const icon = new URL('../public/favicon.svg', import.meta.url);
const extension = new URL(
  '../../packages/vscode-contact-links/media/',
  import.meta.url,
);

/** The largest picture, in bytes. */
const largest = 120_000;

const ready = '[data-ready=true] .cm-content';

/** The pictures of the playground: each arranges the page, and returns what is in the frame. */
const scenes = {
  async playground(page) {
    await page.locator('.cm-lintRange').first().waitFor();
    return ['.panes'];
  },
  async fix(page) {
    await alone(page);
    await write(page, '# Contact\n\n\n\n\nCall [[tel:cal +1 201 555 0123]].');
    await page.locator('.cm-lintRange').first().hover();
    await page.locator('.cm-tooltip-lint').waitFor();
    return ['.editor', '.cm-tooltip-lint'];
  },
  async completion(page) {
    await alone(page);
    await write(page, 'Ask us in ');
    await page.keyboard.type('[[te', { delay: 50 });
    await page.getByRole('option', { name: /telegram/ }).waitFor();
    await page.locator('.cm-completionInfo').waitFor();
    return ['.editor', '.cm-tooltip-autocomplete', '.cm-completionInfo'];
  },
};

/** Get the smallest frame around several elements. */
async function frameAround(page, selectors) {
  const boxes = await Promise.all(
    selectors.map((selector) => page.locator(selector).first().boundingBox()),
  );
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Get the frame around several elements, once they stop moving. */
async function settledFrame(page, selectors) {
  for (let before = ''; ; ) {
    const frame = await frameAround(page, selectors);
    const now = JSON.stringify(frame);
    if (now === before) return frame;
    before = now;
    await page.waitForTimeout(300);
  }
}

/** Take a picture of a part of a page as WebP, which is half as large as PNG. */
async function shoot(page, clip) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    clip: { ...clip, scale: 1 },
    format: 'webp',
    quality: 85,
  });
  return Buffer.from(data, 'base64');
}

/** Show the editor without the rendered page. */
async function alone(page) {
  await page.addStyleTag({
    content: `.playground { border-color: transparent !important }
      .playground .panes { grid-template-columns: 46rem !important }
      .playground .panes section, .playground > :not(.panes) { display: none }
      .playground .editor { font-size: 1.1rem; min-height: 12rem }`,
  });
}

/** Replace the text in the editor. */
async function write(page, text) {
  await page.locator(ready).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

function save(path, bytes) {
  if (bytes.length > largest) {
    throw new Error(
      `Expected ${path} to have at most ${largest} bytes, not ${bytes.length}`,
    );
  }
  writeFileSync(path, bytes);
  console.log(`${fileURLToPath(path)}: ${bytes.length} bytes`);
}

mkdirSync(folder, { recursive: true });
const server = createServer(sirv(fileURLToPath(new URL('../dist', import.meta.url))));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}/remark-contact-links/`;
const browser = await chromium.launch({
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
});

for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({
    colorScheme,
    deviceScaleFactor: 1.5,
    viewport: { width: 1280, height: 900 },
  });
  for (const [name, arrange] of Object.entries(scenes)) {
    const page = await context.newPage();
    await page.goto(`${origin}playground/`);
    // The code of the editor loads when somebody comes to the playground.
    await page.locator('contact-links-playground').hover();
    await page.locator(ready).waitFor();
    // A blinking cursor would be in one picture, and not in the next.
    await page.addStyleTag({
      content:
        '.cm-content { caret-color: transparent !important } .cm-focused { outline: none !important }',
    });
    const clip = await settledFrame(page, await arrange(page));
    save(new URL(`${name}-${colorScheme}.webp`, folder), await shoot(page, clip));
    await page.close();
  }
  const page = await context.newPage();
  await page.setContent(terminal(colorScheme));
  const clip = await frameAround(page, ['.terminal']);
  save(new URL(`terminal-${colorScheme}.webp`, folder), await shoot(page, clip));
  await context.close();
}

const svg = readFileSync(icon, 'utf8');
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(card(svg));
save(new URL('card.png', folder), await page.screenshot());

await page.setViewportSize({ width: 128, height: 128 });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
save(new URL('icon.png', extension), await page.screenshot({ omitBackground: true }));

await browser.close();
server.close();
