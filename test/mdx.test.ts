import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkMdx from 'remark-mdx';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { format, plainMessage } from './helpers/remark.js';

/** Compile MDX, run it, and render what it exports. */
async function renderMdx(input: string) {
  const file = new VFile(input);
  const { default: Content } = await evaluate(file, {
    ...runtime,
    remarkPlugins: [[remarkContactLinks, { retired: 'ignore' }]],
  });
  return {
    html: renderToStaticMarkup(createElement(Content, { name: 'Ada' })),
    messages: file.messages.map(plainMessage),
  };
}

describe('MDX', () => {
  test('runs shorthands in text, in JSX and in tables of JSX', async () => {
    const { html, messages } = await renderMdx(
      [
        'export const people = "us";',
        '',
        '# [[skype:chat echo123]]',
        '',
        '<section>',
        '  Please [[skype:call echo-chinese;echo123]] or <b>[[skype:call echo123|*now*]]</b>.',
        '</section>',
        '',
        '[[skype:call echo123|Call {people}, <i>{props.name}</i>]]',
      ].join('\n'),
    );
    expect(messages).toEqual([]);
    expect(html).toBe(
      [
        '<h1><a href="skype:echo123?chat">Chat with echo123</a></h1>',
        '<section><p>Please <a href="skype:echo-chinese;echo123?call">Conference call with echo-chinese and echo123</a> or <b><a href="skype:echo123?call"><em>now</em></a></b>.</p></section>',
        '<p><a href="skype:echo123?call">Call us, <i>Ada</i></a></p>',
      ].join('\n'),
    );
  });

  test('keeps a wrong shorthand as text, braces and all', async () => {
    const { html, messages } = await renderMdx(
      '[[skype:cal echo123|Call {props.name}]] [[skype:call {props.name}]]',
    );
    expect(html).toBe(
      '<p>[[skype:cal echo123|Call {props.name}]] [[skype:call {props.name}]]</p>',
    );
    expect(messages).toMatchObject([
      { place: '1:1-1:40', ruleId: 'unknown-action' },
      { place: '1:41-1:68', ruleId: 'invalid-target' },
    ]);
  });

  test.each([
    ['see [our page](<https://example.com/a b>)', 'see our page'],
    ['[x]({y) z', 'x z'],
    ['[x](y "{") z', 'x z'],
    ['![z](<]]>)', '<img src="%5D%5D" alt="z"/>'],
  ])('knows destinations and titles in a label: %s', async (label, html) => {
    const page = await renderMdx(`[[tel:+12015550123|${label}]]`);
    // React writes a hint to load the image before it.
    expect(page.html).toContain(`<p><a href="tel:+12015550123">${html}</a></p>`);
    expect(page.messages).toEqual([]);
  });

  test('leaves unclosed shorthands to Markdown, with the destinations in them', async () => {
    const { html, messages } = await renderMdx('[[tel:+12015550123|[x]({y) z');
    expect(html).toBe('<p>[[tel:+12015550123|<a href="%7By">x</a> z</p>');
    expect(messages).toMatchObject([{ place: '1:1-1:20', ruleId: 'unclosed' }]);
  });

  test('takes a JSX anchor for a link around it, and unwraps one in a label', async () => {
    const { html, messages } = await renderMdx(
      '<a href="#">*[[skype:call echo123]]*</a> [[skype:call echo123|Call <a href="#">us</a>]]',
    );
    expect(html).toBe(
      '<p><a href="#"><em>[[skype:call echo123]]</em></a> <a href="skype:echo123?call">Call us</a></p>',
    );
    expect(messages).toMatchObject([{ place: '1:14-1:36', ruleId: 'nested-link' }]);
  });

  test.each([
    [
      '[[skype:call echo123|Call <b>us]]</b>',
      'Expected a closing tag for `<b>` (1:27-1:30) before the end of `contactLinkLabel`',
    ],
    [
      '<b>[[skype:call echo123|Call</b> us]]',
      'Expected the closing tag `</b>` either after the end of `contactLinkLabel` (1:36) or another opening tag after the start of `contactLinkLabel` (1:25)',
    ],
  ])('says what is wrong where JSX overlaps: %s', async (input, reason) => {
    await expect(renderMdx(input)).rejects.toThrow(reason);
  });

  test('is written back', () => {
    const input = '<b>[[skype:call echo123|Call <i>{name}</i>]]</b>\n';
    expect(format(input, [remarkMdx, remarkContactLinks])).toBe(input);
  });
});
