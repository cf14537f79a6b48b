import type { Position } from 'unist';

/** An element of JSX, as mdast-util-mdx-jsx makes it. */
export interface JsxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: Array<JsxAttribute>;
  position?: Position | undefined;
}

/** An attribute of JSX, or a spread of some. */
export interface JsxAttribute {
  type: string;
  name?: string;
  position?: Position | undefined;
  value?: string | null | undefined | JsxExpression;
}

/** `{'skype:echo123'}`, with the tree of what is in the braces. */
interface JsxExpression {
  data?: { estree?: { body: ReadonlyArray<object> } | null | undefined } | undefined;
}

/**
 * Get the `href` of an element, where it can be told: a text, or an expression that is one.
 *
 * @param element
 *   An element of JSX.
 * @returns
 *   The URL; nothing where there is none, or where code makes it.
 */
export function jsxHref(element: JsxElement): string | undefined {
  const value = jsxHrefAttribute(element)?.value;
  if (typeof value === 'string') return value;
  const [statement] = value?.data?.estree?.body ?? [];
  const expression = statement && 'expression' in statement && statement.expression;
  const isText =
    typeof expression === 'object' &&
    expression !== null &&
    'value' in expression &&
    typeof expression.value === 'string';
  return isText ? String(expression.value) : undefined;
}

/**
 * Get the attribute that says where an element leads.
 *
 * @param element
 *   An element of JSX.
 * @returns
 *   The last attribute `href`; nothing where there is none.
 */
export function jsxHrefAttribute({ attributes }: JsxElement): JsxAttribute | undefined {
  // As in JSX, of several attributes of a name the last counts.
  return attributes.findLast(
    ({ name, type }) => type === 'mdxJsxAttribute' && name === 'href',
  );
}
