import remarkBreaks from 'remark-breaks';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkSmartypants from 'remark-smartypants';
import remarkWikiLink from 'remark-wiki-link';
import type { PluggableList } from 'unified';
import { describe, expect, test } from 'vitest';
import remarkContactLinks from '../src/index.js';
import { type Rendered, render } from './helpers/remark.js';

const ours: PluggableList = [[remarkContactLinks, { retired: 'ignore' }]];

/** Render with another plugin before ours and after it. */
function inBothOrders(input: string, other: PluggableList): Array<Rendered> {
  return [render(input, [...other, ...ours]), render(input, [...ours, ...other])];
}

function expectBoth(input: string, other: PluggableList, html: string): void {
  for (const rendered of inBothOrders(input, other)) {
    expect(rendered).toEqual({ html, messages: [], error: undefined });
  }
}

describe.each<[name: string, plugins: PluggableList, input: string, html: string]>([
  [
    'remark-gfm: addresses in a label are no links',
    [remarkGfm],
    '[[skype:call echo123|alice@contoso.com, https://a.b/c]]',
    '<p><a href="skype:echo123?call">alice@contoso.com, https://a.b/c</a></p>',
  ],
  [
    'remark-gfm: an address behind a shorthand is one',
    [remarkGfm],
    '[[skype:call echo123|us]] alice@contoso.com',
    '<p><a href="skype:echo123?call">us</a> <a href="mailto:alice@contoso.com">alice@contoso.com</a></p>',
  ],
  [
    'remark-directive: a colon in a head starts no directive',
    [remarkDirective],
    '[[skype:call live:bob]] and :abbr[[[skype:call echo123|us]]]',
    '<p><a href="skype:live:bob?call">Call live:bob with Skype</a> and <div><a href="skype:echo123?call">us</a></div></p>',
  ],
  [
    'remark-directive: a directive in a label',
    [remarkDirective],
    '[[skype:call echo123|Call :abbr[us] now]]',
    '<p><a href="skype:echo123?call">Call <div>us</div> now</a></p>',
  ],
  [
    'remark-math: dollars in a value are no math, math in a label is',
    [remarkMath],
    '[[skype:call a;b topic="$5 or $6"]], [[skype:call echo123|$x]]$]] and $[[skype:call a]]$',
    '<p><a href="skype:a;b?call&#x26;topic=%245%20or%20%246">Conference call with a and b</a>, <a href="skype:echo123?call"><code class="language-math math-inline">x]]</code></a> and <code class="language-math math-inline">[[skype:call a]]</code></p>',
  ],
  [
    'remark-mdx: expressions in a label, JSX around and in it',
    [remarkMdx],
    '<b>[[skype:call echo123|call <i>us</i>]]</b>',
    '<p><div><a href="skype:echo123?call">call <div>us</div></a></div></p>',
  ],
  [
    'remark-smartypants: quotes in a head stay straight',
    [remarkSmartypants],
    'Say "hi" to [[skype:call a;b topic="x--y"|the "others"]].',
    '<p>Say “hi” to <a href="skype:a;b?call&#x26;topic=x--y">the “others”</a>.</p>',
  ],
  [
    'remark-breaks: a label over lines has a break',
    [remarkBreaks],
    '[[skype:call echo123|call\nus]]',
    '<p><a href="skype:echo123?call">call<br>\nus</a></p>',
  ],
  [
    'remark-frontmatter: front matter is no text',
    [remarkFrontmatter],
    '---\nlink: "[[skype:call echo123]]"\n---\n\n[[skype:call echo123|us]]',
    '<p><a href="skype:echo123?call">us</a></p>',
  ],
])('%s', (_, plugins, input, html) => {
  test('in either order', () => {
    expectBoth(input, plugins, html);
  });
});

describe('remark-wiki-link', () => {
  const input = '[[Page]] and [[skype:call echo123]]';
  const page = '<a class="internal new" href="#/page/page">Page</a>';

  test('before this plugin, each gets its own', () => {
    expect(render(input, [remarkWikiLink, ...ours]).html).toBe(
      `<p>${page} and <a href="skype:echo123?call">Call echo123 with Skype</a></p>`,
    );
  });

  test('after this plugin, it takes all there are', () => {
    expect(render(input, [...ours, remarkWikiLink]).html).toBe(
      `<p>${page} and <a class="internal new" href="#/page/skype">call echo123</a></p>`,
    );
  });
});
