import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { executablePath, flags } from './chromium.js';
import { type ExpectedLink, isWebPage } from './expected.js';

/** Schemes of the links in the examples that open an app. */
const schemes = ['mailto', 'sip', 'skype', 'sms', 'tel', 'xmpp'];

/**
 * A browser in which URIs can be seen to leave the page.
 *
 * On Linux, Chromium hands a URI that it does not open itself to `xdg-open`. First in the
 * path is a program of that name that records its argument: exactly the URI that an app would
 * be started with. Chromium would ask people first, once for each scheme and site; its
 * profile here says that they have agreed.
 *
 * A web page would be fetched from outside this machine. Such a request is recorded, and
 * answered with status 204 (no content), which leaves the page in place.
 */
export interface Browser {
  context: BrowserContext;
  /** URIs that were handed over, in order. */
  handedOver: () => Array<string>;
  close: () => Promise<void>;
}

/** Start Chromium, for the pages of one site. */
export async function openBrowser(origin: string): Promise<Browser> {
  const folder = mkdtempSync(join(inject('temporary'), 'browser-'));
  const record = join(folder, 'handed-over');
  writeFileSync(record, '');
  writeFileSync(
    join(folder, 'xdg-open'),
    `#!/bin/sh\nprintf '%s\\n' "$1" >>'${record}'\n`,
    { mode: 0o755 },
  );
  const agreed = Object.fromEntries(schemes.map((scheme) => [scheme, true]));
  mkdirSync(join(folder, 'profile', 'Default'), { recursive: true });
  writeFileSync(
    join(folder, 'profile', 'Default', 'Preferences'),
    JSON.stringify({
      protocol_handler: { allowed_origin_protocol_pairs: { [origin]: agreed } },
    }),
  );

  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: flags,
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    executablePath,
  });
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    async (route) => {
      appendFileSync(record, route.request().url() + '\n');
      await route.fulfill({ status: 204 });
    },
  );
  return {
    context,
    // The file ends with a line end, after which the last part is empty.
    handedOver: () => readFileSync(record, 'utf8').split('\n').slice(0, -1),
    close: () => context.close(),
  };
}

/** Contact links are the only links in the examples that leave the site. */
const leavesTheSite = `a[href]:not([href^='/'], [href^='.'], [href^='#'])`;

/** Not in shadow trees, where development servers put the links of their own tools. */
const contactLinks = `css:light=${leavesTheSite}`;

/** Read the contact links of a page, in order. */
export async function linksOf(page: Page): Promise<Array<ExpectedLink>> {
  return page.locator(contactLinks).evaluateAll((anchors) =>
    anchors.map((anchor) => ({
      href: anchor.getAttribute('href') as string,
      text: (anchor.textContent ?? '').replace(/\s+/g, ' ').trim(),
      target: anchor.getAttribute('target') as ExpectedLink['target'],
    })),
  );
}

/** Read the contact links of a page as assistive technology gets them. */
export async function accessibleLinksOf(
  page: Page,
): Promise<Array<{ name: string; url: string }>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (id: string): typeof nodes => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : [];
  };
  return inOrder(nodes[0]?.nodeId ?? '')
    .filter(({ role }) => role?.value === 'link')
    .map(({ name, properties }) => ({
      name: String(name?.value),
      url: String(properties?.find((property) => property.name === 'url')?.value.value),
    }))
    .filter(({ url }) => !/^(?:undefined$|http:\/\/127\.)/.test(url));
}

/** Walk through a page with the tab key, and list the contact links that it reaches. */
export async function linksReachedByKeyboard(page: Page): Promise<Array<string>> {
  const reached: Array<string> = [];
  await page.locator('body').evaluate((body) => {
    body.tabIndex = -1;
    body.focus();
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate((selector) => {
      const element = document.activeElement;
      if (!element || element === document.body) return { isPage: false, href: '' };
      const href = element.matches(selector) ? element.getAttribute('href') : '';
      return { isPage: true, href: href ?? '' };
    }, leavesTheSite);
    // After the last element of the page, focus moves to the browser itself.
    if (!focused.isPage) return reached;
    if (focused.href !== '') reached.push(focused.href);
  }
}

export interface Clicked {
  /** URIs that the page has asked the browser for. */
  askedFor: Array<string>;
  /** URIs that have left the browser. */
  handedOver: Array<string>;
  /** Whether the tab still shows the page, unchanged. */
  isInPlace: boolean;
  /** How many tabs were opened. */
  tabs: number;
}

/** Click a contact link, and wait until its URI was handed over. */
export async function click(
  { context, handedOver }: Browser,
  page: Page,
  index: number,
): Promise<Clicked> {
  const before = { handedOver: handedOver().length, url: page.url() };
  const askedFor: Array<string> = [];
  let tabs = 0;
  const session = await context.newCDPSession(page);
  session.on('Page.frameRequestedNavigation', ({ url }) => askedFor.push(url));
  session.on('Page.windowOpen', ({ url }) => {
    askedFor.push(url);
    tabs += 1;
  });
  await session.send('Page.enable');
  const mark = `clicked ${index}`;
  await page.evaluate((mark) => {
    document.body.dataset.mark = mark;
  }, mark);
  await page.locator(contactLinks).nth(index).click({ noWaitAfter: true });
  const end = Date.now() + 10_000;
  while (handedOver().length === before.handedOver && Date.now() < end) {
    await page.waitForTimeout(20);
  }
  await session.detach();
  return {
    askedFor,
    handedOver: handedOver().slice(before.handedOver),
    isInPlace:
      page.url() === before.url &&
      (await page.evaluate(() => document.body.dataset.mark)) === mark,
    tabs,
  };
}

/** What a click on a link has to do. */
export function expectedClick(link: ExpectedLink): Clicked {
  return {
    askedFor: [link.href],
    // The browser does not send the part from `#` on.
    handedOver: [isWebPage(link) ? link.href.replace(/#.*/, '') : link.href],
    isInPlace: true,
    tabs: link.target === '_blank' ? 1 : 0,
  };
}
