import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { texts as byName } from '../site/pictures/texts.js';
import { root } from './helpers/pages.js';

const texts: Readonly<Record<string, string>> = byName;
const folder = join(root, 'site/public/pictures');
const address = 'https://remark-contact-links.github.io/remark-contact-links/pictures/';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The images of a page: their addresses, and what they show. */
function imagesIn(path: string): Array<{ src: string; alt: string }> {
  const found: Array<{ src: string; alt: string }> = [];
  visit(fromHtml(read(path), { fragment: true }), 'element', (node) => {
    const { alt, src, srcSet } = node.properties;
    if (node.tagName === 'img') found.push({ src: String(src), alt: String(alt) });
    if (node.tagName === 'source') found.push({ src: String(srcSet), alt: '' });
  });
  return found;
}

describe('pictures', () => {
  test('are small, in both schemes, and each has a text', () => {
    const names = Object.keys(texts).flatMap((name) => [
      `${name}-dark.webp`,
      `${name}-light.webp`,
    ]);
    expect(readdirSync(folder).sort()).toEqual([...names, 'card.png'].sort());
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).length).toBeLessThan(120_000);
    }
    for (const text of Object.values(texts)) expect(text).toMatch(/^[A-Z].{40,}\.$/);
  });

  test('the card has the size that other sites want', () => {
    const card = readFileSync(join(folder, 'card.png'));
    expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(read('site/astro.config.js')).toContain(`${address}card.png`);
  });

  test.each(['README.md', 'packages/vscode-contact-links/README.md'])(
    'of %s are there, light and dark, with their texts',
    (path) => {
      const images = imagesIn(path);
      expect(images.length).toBeGreaterThanOrEqual(4);
      for (const { alt, src } of images) {
        const file = src.replace(address, '').replace('site/public/pictures/', '');
        expect(existsSync(join(folder, file))).toBe(true);
        const [name = '', scheme] = file.replace('.webp', '').split('-');
        expect(alt).toBe(scheme === 'light' ? texts[name] : '');
      }
    },
  );

  test('of the walkthrough in VS Code have their texts', () => {
    const { contributes } = JSON.parse(
      read('packages/vscode-contact-links/package.json'),
    );
    const media = contributes.walkthroughs[0].steps.flatMap(
      ({ media }: { media: { image?: { light: string }; altText: string } }) =>
        media.image ? [media] : [],
    );
    expect(media.length).toBeGreaterThan(1);
    for (const { altText, image } of media) {
      const [name = ''] = image.light.replace('dist/pictures/', '').split('-');
      expect(altText).toBe(texts[name]);
    }
  });
});
