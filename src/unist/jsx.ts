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

/** The `href` of an element, where it can be told: a text, or an expression that is one. */
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

/** The attribute that says where an element leads. */
export function jsxHrefAttribute({ attributes }: JsxElement): JsxAttribute | undefined {
  // As in JSX, of several attributes of a name the last counts.
  return attributes.findLast(
    ({ name, type }) => type === 'mdxJsxAttribute' && name === 'href',
  );
}
