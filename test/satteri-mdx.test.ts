import { evaluate as evaluateRemark } from '@mdx-js/mdx';
import { createElement, type FunctionComponent } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import { type EvaluateOptions, evaluate } from 'satteri';
import { describe, expect, test } from 'vitest';
import remarkContactLinks, { type Options } from '../src/index.js';
import satteriContactLinks from '../src/satteri/index.js';
import { fixtures } from './helpers/fixtures.js';
import { limits } from './helpers/limits.js';

/** What the content of a document gets when it is rendered. */
const props = { name: 'Ada' };

/** Compile MDX with Sätteri, run it, and render what it exports. */
function renderSatteriMdx(input: string, options: Options): string {
  const mdastPlugins = [satteriContactLinks(options)];
  const { Fragment, jsx, jsxs } = runtime as unknown as EvaluateOptions;
  const module = evaluate(input, { Fragment, jsx, jsxs, mdastPlugins });
  return render((module as { default: FunctionComponent }).default);
}

/** The same with remark; nothing where that cannot read the document as MDX. */
async function renderRemarkMdx(
  input: string,
  options: Options,
): Promise<string | undefined> {
  const remarkPlugins = [remarkGfm, [remarkContactLinks, options] as const];
  try {
    const module = await evaluateRemark(input, {
      ...runtime,
      remarkPlugins: remarkPlugins as never,
    });
    return render(module.default as FunctionComponent<typeof props>);
  } catch {
    return undefined;
  }
}

function render(content: FunctionComponent<typeof props>): string {
  // Lines between the parts of a table are nobody's content.
  const html = renderToStaticMarkup(createElement(content, props));
  return html.replace(/\n(?=<\/?t(?:able|head|body|r|h|d)\b)/g, '');
}

describe('MDX', () => {
  describe.each(fixtures)('$name', ({ input, name, options }) => {
    test.skipIf(limits.satteri[name]?.mdx)('is the same as with remark', async () => {
      const expected = await renderRemarkMdx(input, { ...options, invalid: 'ignore' });
      if (expected === undefined) return;
      expect(renderSatteriMdx(input, { ...options, invalid: 'ignore' })).toBe(expected);
    });
  });

  test.each([
    [
      'in JSX',
      '<section>\n  Please [[skype:call a]] or <b>[[skype:b|*now*]]</b>.\n</section>',
    ],
    [
      'in a JSX anchor',
      '<a href="#">[[skype:call a]] and *[[skype:cal b|x]]*</a> [[skype:c]]',
    ],
    [
      'an expression in a label',
      '[[skype:call a|Call <i title="]]">{props.name}</i>, {"]]"}]]',
    ],
    ['JSX links in a label', '[[skype:call a|Call <a href="#">us</a> now]]'],
    [
      'braces that are wrong',
      '[[skype:cal a|Call {props.name}]] [[skype:call {props.name}]]',
    ],
    ['a shorthand in JSX in a label', '[[skype:call a|Call <b>[[skype:c]]</b> now]]'],
    ['JSX behind an unclosed one', '[[skype:call a|Call <b>us</b> now'],
  ])('%s is the same as with remark', async (_, input) => {
    const options: Options = { retired: 'ignore' };
    expect(renderSatteriMdx(input, options)).toBe(
      await renderRemarkMdx(input, options),
    );
  });
});
