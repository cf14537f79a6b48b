import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accessibleLinksOf,
  type Browser,
  click,
  expectedClick,
  linksOf,
  linksReachedByKeyboard,
  openBrowser,
} from './browser.js';
import {
  type Difference,
  type ExpectedLink,
  expectedLinks,
  type PageName,
  texts,
  wrong,
} from './expected.js';
import { install, lockedVersions, source } from './install.js';
import { endAll, run, runWell, start } from './processes.js';
import { answered, freePort, type Site, serve } from './serve.js';

/** One way to build an example. */
export interface Build {
  /** Name of the build, in titles of tests. */
  name: string;
  /** Arguments of npm. */
  command: ReadonlyArray<string>;
  /** Folder that the build fills. */
  output: string;
  /** Pages by their path in the site, without the first slash. */
  pages: Readonly<Record<string, PageName>>;
}

/** A folder in `examples/`. */
export interface Example {
  /** Name of the folder. */
  name: string;
  builds: ReadonlyArray<Build>;
  /** Files that `wrong.md` is copied to, one after the other. */
  wrong: ReadonlyArray<string>;
  /** How the place of the wrong shorthand is reported. Default: `file:line:column`. */
  place?: (file: string, place: string) => string | RegExp;
  /** Development server of the generator (optional). */
  dev?: {
    /** Arguments of npm; a port is added to them. */
    command: ReadonlyArray<string>;
    /** File of the contact page. */
    page: string;
  };
  /** What the generator does otherwise, for a reason. */
  differences?: ReadonlyArray<Difference>;
  /** The accessible name of a link, where the theme adds to it. Default: its text. */
  nameOf?: (link: ExpectedLink) => string;
}

/** What tests of one generator are given. */
export interface Built {
  /** The copy of the example. */
  folder: string;
  browser: Browser;
  origin: string;
}

/**
 * Test an example: install it, build it, open its pages, and break it.
 *
 * @param example
 *   What to test.
 * @param more
 *   Tests of what this generator shows elsewhere, for each build (optional).
 */
export function testExample(
  example: Example,
  more?: (built: () => Built, build: Build) => void,
): void {
  const { builds, dev, differences = [], name, place = inFile } = example;
  const { nameOf = ({ text }) => text } = example;
  describe(name, () => {
    let folder: string;
    beforeAll(async () => {
      folder = await install(name);
    });
    afterAll(endAll);

    test('installs what its lockfile says', () => {
      expect(lockedVersions(folder)).toEqual(lockedVersions(source(name)));
    });

    for (const build of builds) {
      describe(build.name, () => {
        let site: Site;
        let browser: Browser;
        beforeAll(async () => {
          await runWell(folder, ...build.command);
          site = await serve(join(folder, build.output));
          browser = await openBrowser(site.origin);
        });
        afterAll(async () => {
          await browser?.close();
          await site?.close();
        });

        for (const [path, pageName] of Object.entries(build.pages)) {
          describe(`/${path}`, () => {
            testPage(
              () => ({ browser, url: `${site.origin}/${path}` }),
              pageName,
              differences,
              nameOf,
            );
          });
        }

        more?.(() => ({ folder, browser, origin: site.origin }), build);

        describe.each(example.wrong)('with a wrong shorthand in %s', (file) => {
          beforeAll(() =>
            cpSync(join(folder, 'wrong.md'), join(folder, file), { recursive: true }),
          );
          afterAll(() => rmSync(join(folder, file)));

          // At the second build, a generator may take the page from its cache.
          test.each(['first', 'second'])('tells of it at the %s build', async () => {
            const { output, status } = await run(folder, ...build.command);
            expect(output).toContain(wrong);
            expect(output).toMatch(place(file, placeOfWrong(folder)));
            expect(status).not.toBe(0);
          });
        });
      });
    }

    if (dev) {
      test('updates a link in the browser when its page is edited', async () => {
        const port = await freePort();
        const server = start(folder, ...dev.command, String(port));
        const origin = `http://127.0.0.1:${port}`;
        let browser: Browser | undefined;
        try {
          await answered(origin, server);
          browser = await openBrowser(origin);
          const page = await browser.context.newPage();
          await page.goto(origin, { waitUntil: 'networkidle' });
          // Some generators make the page only in the browser.
          await expect
            .poll(() => linksOf(page), { timeout: 60_000 })
            .toEqual(expectedLinks('index', differences));
          const file = join(folder, dev.page);
          const link = (name: string) => page.getByRole('link', { name, exact: true });
          edit(file, '[[tel:@support]]', '[[tel:call @support]]');
          await shown(link('Call the support team'), file);
          edit(file, '[[tel:call @support]]', '[[tel:@support]]');
          await shown(link('the support team'), file);
          expect(await linksOf(page)).toEqual(expectedLinks('index', differences));
        } finally {
          await browser?.close();
          await server.end();
        }
      });
    }
  });
}

function inFile(file: string, place: string): string {
  return `${file}:${place}`;
}

/** Where the wrong shorthand is in `wrong.md`, as line and column. */
function placeOfWrong(folder: string): string {
  const text = readFileSync(join(folder, 'wrong.md'), 'utf8');
  const lines = text.slice(0, text.indexOf('[[')).split('\n');
  return `${lines.length}:${Number(lines.at(-1)?.length) + 1}`;
}

function edit(file: string, before: string, after: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
}

/** Wait until an edit is shown: a busy server may miss one that follows another at once. */
async function shown(link: Locator, file: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      await link.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      writeFileSync(file, readFileSync(file));
    }
  }
}

function testPage(
  place: () => { browser: Browser; url: string },
  pageName: PageName,
  differences: ReadonlyArray<Difference>,
  nameOf: (link: ExpectedLink) => string,
): void {
  const expected = expectedLinks(pageName, differences);
  const printed: Array<string> = [];
  let loadedFromElsewhere: Array<string>;
  let page: Page;
  beforeAll(async () => {
    const { browser, url } = place();
    page = await browser.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') printed.push(message.text());
    });
    page.on('pageerror', (error) => printed.push(String(error)));
    const before = browser.handedOver().length;
    await page.goto(url, { waitUntil: 'networkidle' });
    loadedFromElsewhere = browser.handedOver().slice(before);
  });
  afterAll(() => page?.close());

  test('loads nothing from elsewhere without a click', () => {
    expect(loadedFromElsewhere).toEqual([]);
  });

  test('has the links', async () => {
    // HTML parsers would close the outer of two nested anchors, which gives one link more.
    expect(await linksOf(page)).toEqual(expected);
    expect(await page.locator('a a').count()).toBe(0);
  });

  test('leaves text alone', async () => {
    const text = await page.locator('body').innerText();
    for (const line of texts[pageName]) expect(text).toContain(line);
  });

  test('names the links for assistive technology', async () => {
    expect(await accessibleLinksOf(page)).toEqual(
      expected.map((link) => ({ url: new URL(link.href).href, name: nameOf(link) })),
    );
  });

  test('lets the keyboard reach the links', async () => {
    expect(await linksReachedByKeyboard(page)).toEqual(
      expected.map(({ href }) => href),
    );
  });

  test('hands each URI over at a click and stays', async () => {
    const clicked = [];
    for (const index of expected.keys()) {
      clicked.push(await click(place().browser, page, index));
    }
    expect(clicked).toEqual(expected.map((link) => expectedClick(link)));
  });

  test('prints no errors', () => {
    expect(printed).toEqual([]);
  });
}
