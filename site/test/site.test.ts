import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { type Browser, chromium, type Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, flags } from '../../examples/test/chromium.js';
import { type Site, serve } from '../../examples/test/serve.js';
import { ruleIds, ruleUrl } from '../../src/core/findings/rules.js';
import { services } from '../../src/services/index.js';

const base = '/remark-contact-links/';
const folder = fileURLToPath(new URL('../dist', import.meta.url));
const axe = readFileSync(
  new URL('../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** Every page, by its path on the site. */
const paths = readdirSync(folder + base, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)index\.html$/.test(file))
  .map((file) => base + file.replace(/index\.html$/, ''));

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await serve(folder);
  browser = await chromium.launch({ args: flags, executablePath });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Opened {
  page: Page;
  /** What the page writes to the console, and what it requests from other sites. */
  complaints: Array<string>;
  /** Bytes of what was loaded, compressed. */
  bytes: () => number;
}

/** Open a page as a reader with some settings does. */
async function open(
  path: string,
  settings: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> {
  const context = await browser.newContext({
    ...settings,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: Array<string> = [];
  let loaded = 0;
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(site.origin)) complaints.push(url);
  });
  page.on('response', async (response) => {
    loaded += gzipSync(await response.body().catch(() => '')).length;
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  return { page, complaints, bytes: () => loaded };
}

async function violations(page: Page): Promise<Array<string>> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // @ts-expect-error The script of axe has made it.
    const { violations } = await window.axe.run();
    return violations.flatMap(
      ({ id, nodes }: { id: string; nodes: Array<{ html: string }> }) =>
        nodes.map(({ html }) => `${id}: ${html}`),
    );
  });
}

const ready = '[data-ready=true] .cm-content';

/** Opens the playground, with its editor. */
async function openPlayground(path = `${base}playground/`, settings = {}) {
  const opened = await open(path, settings);
  await opened.page.locator('[data-panel]').hover();
  await opened.page.locator(ready).waitFor();
  return opened;
}

/** Replaces what is in the editor. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(ready).click();
  // The client of the language server fails on a hover whose text is replaced meanwhile.
  await page.mouse.move(0, 0);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('there is a page for each service, and a section for each rule', async () => {
  expect(paths.length).toBeGreaterThan(40);
  for (const name of Object.keys(services)) {
    expect(paths).toContain(`${base}services/${name}/`);
  }
  const { page } = await open(`${base}messages/`);
  for (const rule of ruleIds) {
    const { hash, pathname } = new URL(ruleUrl(rule));
    expect(pathname).toBe(`${base}messages/`);
    expect(await page.locator(`h2${hash}`).count()).toBe(1);
  }
  await page.context().close();
});

test('links within the site lead to a page, and to a heading of it', () => {
  const origin = 'http://site.example';
  const ids = new Map<string, Set<unknown>>();
  const links: Array<{ from: string; to: URL }> = [];
  for (const path of paths) {
    const tree = fromHtml(readFileSync(`${folder}${path}index.html`, 'utf8'));
    const found = new Set<unknown>();
    ids.set(path, found);
    visit(tree, 'element', ({ properties, tagName }) => {
      found.add(properties.id);
      const { href } = properties;
      if (tagName !== 'a' || typeof href !== 'string') return;
      const to = new URL(href, origin + path);
      if (to.origin === origin) links.push({ from: path, to });
    });
  }
  expect(links.length).toBeGreaterThan(1000);
  const dead = links.filter(({ to: { hash, pathname } }) => {
    const found = ids.get(pathname);
    return !found || (hash && !found.has(decodeURIComponent(hash.slice(1))));
  });
  expect(dead.map(({ from, to }) => `${from} -> ${to.pathname}${to.hash}`)).toEqual([]);
});

describe.each(paths)('%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'is whole and accessible, %s',
    async (scheme) => {
      const { complaints, page } = await open(path, { colorScheme: scheme });
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('fits on a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const { page } = await open(path, { viewport });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
    await page.context().close();
  });
});

test('the front page shows a page and loads at most 100 kB before its editor', async () => {
  const { bytes, page } = await open(base);
  expect(await page.locator('.cm-content').count()).toBe(0);
  expect(await page.locator('[data-panel] a').first().getAttribute('href')).toBe(
    'mailto:help@contoso.com?subject=My%20order',
  );
  expect(bytes()).toBeGreaterThan(5_000);
  expect(bytes()).toBeLessThanOrEqual(100_000);
  await page.context().close();
});

test.each(['light', 'dark'] as const)(
  'the front page has pictures: %s',
  async (colorScheme) => {
    const { complaints, page } = await open(base, { colorScheme });
    const pictures = page.locator('main img:visible');
    expect(await pictures.count()).toBe(3);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      expect(await picture.getAttribute('src')).toContain(`-${colorScheme}.webp`);
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(600);
    }
    const card = page.locator('meta[property="og:image"]');
    expect(await card.getAttribute('content')).toMatch(/^https:.*card\.png$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

describe('the playground', () => {
  const engines = ['remark', 'markdown-it', 'marked', 'Sätteri'];

  test.each(engines)('renders with %s', async (engine) => {
    const { complaints, page } = await openPlayground();
    await page.getByRole('tab', { name: engine }).click();
    await type(page, '[[tel:call +1 201 555 0123]] <img src=x onerror=alert(1)>');
    const panel = page.locator('[data-panel]');
    await expect
      .poll(() => panel.locator('a').first().getAttribute('href'))
      .toBe('tel:+12015550123');
    expect(await panel.locator('[onerror]').count()).toBe(0);
    await page.getByRole('tab', { name: 'HTML' }).click();
    expect(await panel.textContent()).toContain('<a href="tel:+12015550123">');
    await page.getByRole('tab', { name: 'Links' }).click();
    expect(await panel.textContent()).toContain('→ tel:+12015550123');
    await page.keyboard.press('ArrowRight');
    expect(await panel.textContent()).toContain('Nothing is wrong.');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('takes what is written before its code is there, with the keyboard alone', async () => {
    const { page } = await open(`${base}playground/`);
    await page.getByRole('textbox', { name: 'Markdown' }).focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('[[tel:112]] early');
    await page.locator(ready).waitFor();
    expect(await page.locator(ready).textContent()).toBe('[[tel:112]] early');
    await page.keyboard.type('!');
    expect(await page.locator(ready).textContent()).toBe('[[tel:112]] early!');
    await page.context().close();
  });

  test('underlines what is wrong, and its fix corrects it', async () => {
    const { complaints, page } = await openPlayground();
    await type(page, 'Please [[tel:cal +1 201 555 0123]]');
    await page.locator('.cm-lintRange').first().waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await expect
      .poll(() => page.locator('[data-panel]').textContent())
      .toContain('Unknown action');
    expect(await page.locator('[data-panel] code').first().textContent()).toBe('cal');
    await page.locator('.cm-lintRange').first().hover();
    const fix = page.locator('.cm-diagnosticAction').first();
    expect(await fix.textContent()).toBe('Write [[tel:call +1 201 555 0123]]');
    await fix.click();
    await expect
      .poll(() => page.locator(ready).textContent())
      .toBe('Please [[tel:call +1 201 555 0123]]');
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)(
    'lists what is wrong, each message as a whole: %s',
    async (colorScheme) => {
      const { complaints, page } = await openPlayground(undefined, { colorScheme });
      await type(page, 'Please [[tel:cal +1 201 555 0123]], [[mailto:a b@c.example]]');
      await expect.poll(() => page.locator('.cm-lintRange').count()).toBe(2);
      await page.locator(ready).click();
      await page.keyboard.press('Control+Shift+M');
      const list = page.locator('.cm-panel-lint ul');
      const shown = await list.evaluate(({ clientHeight, scrollHeight }) => ({
        clientHeight,
        scrollHeight,
      }));
      expect(shown.clientHeight).toBe(shown.scrollHeight);
      expect(await list.locator('code').first().textContent()).toBe('cal');
      // The editor has its fixes as buttons in the options of its list.
      const found = await violations(page);
      expect(found.filter((each) => !each.startsWith('nested-interactive: '))).toEqual(
        [],
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('loads Sätteri when it is chosen, and says so where it cannot', async () => {
    const { page } = await openPlayground();
    const asked: Array<string> = [];
    page.on('request', (request) => asked.push(request.url()));
    const engine = (name: string) => page.getByRole('tab', { name });
    await engine('marked').click();
    await page.route('**/*.wasm', (route) => route.abort());
    expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
    await engine('Sätteri').click();
    await expect
      .poll(() => page.getByRole('status').last().textContent())
      .toContain('Sätteri cannot run here');
    expect(asked.filter((url) => url.endsWith('.wasm')).length).toBe(1);
    expect(await engine('remark').getAttribute('aria-selected')).toBe('true');
    await page.context().close();
  });

  test('completes services', async () => {
    const { page } = await openPlayground();
    await type(page, '');
    await page.keyboard.type('[[tea');
    await page.getByRole('option', { name: /teams/ }).first().waitFor();
    await page.context().close();
  });

  test('shows where a link leads', async () => {
    const { page } = await openPlayground();
    await type(page, '[[teams:chat alice@contoso.com]]');
    await page.getByText('alice@contoso.com').first().hover();
    await page
      .locator('.cm-tooltip')
      .getByText(/teams\.microsoft\.com/)
      .first()
      .waitFor();
    await page.context().close();
  });

  test('takes options, and says what is wrong with them', async () => {
    const { page } = await openPlayground();
    await page.locator('summary', { hasText: 'Options' }).last().click();
    const options = page.getByLabel('Options of the plugin, as JSON');
    await options.fill(
      '{"contacts": {"us": {"name": "us all", "tel": "+12015550123"}}}',
    );
    await type(page, '[[tel:call @us]]');
    await expect
      .poll(() => page.locator('[data-panel]').textContent())
      .toContain('Call us all');
    await options.fill('{"contact": {}}');
    const wrong = page.locator('details [role=status]');
    await expect
      .poll(() => wrong.locator('code').first().textContent())
      .toBe('contact');
    expect(await options.getAttribute('aria-describedby')).toBe(
      await wrong.getAttribute('id'),
    );
    expect(await violations(page)).toEqual([]);
    // Who gets a link to this page sees it, too.
    await expect.poll(() => page.url()).toContain('contact%22');
    const shared = page.url().slice(site.origin.length);
    await page.context().close();
    const again = await openPlayground(shared);
    expect(await again.page.locator('details [role=status]').isVisible()).toBe(true);
    await again.page.context().close();
  });

  test('is shared by its address, and gives a configuration', async () => {
    const { page } = await openPlayground();
    await page.getByRole('tab', { name: 'marked' }).click();
    await type(page, '[[mailto:help@contoso.com|& us]]');
    await expect.poll(() => page.url()).toContain('%26+us');
    const shared = page.url().slice(site.origin.length);
    await page.getByRole('button', { name: 'Copy configuration' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('remark-contact-links/astro');
    await page.context().close();
    const again = await openPlayground(shared);
    expect(await again.page.locator(ready).textContent()).toContain('|& us]]');
    const chosen = again.page.getByRole('tablist', { name: 'Engine' });
    expect(await chosen.getByRole('tab', { selected: true }).textContent()).toBe(
      'marked',
    );
    await again.page.context().close();
  });

  // A machine with other work takes longer, so only `npm run bench:site` runs this.
  test.runIf(process.env.BENCH === '1').each(engines)(
    'paints within 50 ms: %s',
    async (engine) => {
      const { page } = await openPlayground();
      await page.getByRole('tab', { name: engine }).click();
      const paragraph =
        'Some words about [[tel:call +1 201 555 0123]] and more of them.\n\n';
      await type(page, paragraph.repeat(32).slice(0, 2048));
      await page.evaluate(() => {
        const panel = document.querySelector('[data-panel]') as Element;
        let pressed = 0;
        addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
        new MutationObserver(() => {
          // The frame after the change is the one that has it.
          const from = pressed;
          requestAnimationFrame(() =>
            performance.measure('keystroke', { start: from, end: performance.now() }),
          );
        }).observe(panel, { childList: true, subtree: true });
      });
      for (let round = 0; round < 15; round += 1) {
        await page.keyboard.press('x');
        await page.waitForTimeout(100);
      }
      const times = await page.evaluate(() =>
        performance.getEntriesByName('keystroke').map(({ duration }) => duration),
      );
      expect(times.length).toBe(15);
      const median = times.toSorted((a, b) => a - b)[7];
      console.log(`${engine}: ${median?.toFixed(1)} ms`);
      expect(median).toBeLessThanOrEqual(50);
      await page.context().close();
    },
  );
});
