import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Browser, launch } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, serve } from '../../examples/test/serve.js';

const executablePath = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  if (!existsSync(executablePath)) {
    throw new Error(`No Firefox at ${executablePath}; FIREFOX can say where it is`);
  }
  site = await serve(fileURLToPath(new URL('../dist', import.meta.url)));
  browser = await launch({ browser: 'firefox', executablePath, headless: true });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test('the playground renders, underlines and fixes in Firefox', async () => {
  const page = await browser.newPage();
  const errors: Array<string> = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${site.origin}/remark-contact-links/playground/`);
  await page.locator('[data-text]').click();
  const content = await page.waitForSelector('[data-ready=true] .cm-content');
  await content?.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type('[[tel:cal +1 201 555 0123');
  // The editor closes brackets, or the writer does.
  await page.keyboard.type(']]');
  const mark = await page.waitForSelector('.cm-lintRange');
  await mark?.hover();
  await page.locator('.cm-diagnosticAction').click();
  await expect
    .poll(() => page.$eval('[data-ready=true] .cm-content', (each) => each.textContent))
    .toBe('[[tel:call +1 201 555 0123]]');
  expect(await page.$eval('[data-panel] a', (each) => each.getAttribute('href'))).toBe(
    'tel:+12015550123',
  );
  await page.locator('[data-tabs=Engine] [value=Sätteri]').click();
  await page.waitForFunction(
    () => document.querySelector('[data-status]')?.textContent === '',
  );
  await page.locator('#tab-html').click();
  expect(await page.$eval('[data-panel] pre', (each) => each.textContent)).toContain(
    '<a href="tel:+12015550123">Call +1 201 555 0123</a>',
  );
  const selected = '[data-tabs=Engine] [aria-selected=true]';
  expect(await page.$eval(selected, ({ textContent }) => textContent)).toBe('Sätteri');
  expect(errors).toEqual([]);
});
