import type { Position } from 'unist';
import { propertyNames } from './hast-properties.js';

/** An element of JSX, as mdast-util-mdx-jsx makes it. */
export interface JsxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: Array<JsxAttribute>;
  position?: Position | undefined;
}

/** An attribute of JSX, or a spread of several. */
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
 * Get the `href` of an element, where it is a text, or an expression of nothing but a text.
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
  // As in JSX, the last of several attributes of the same name counts.
  return attributes.findLast(
    ({ name, type }) => type === 'mdxJsxAttribute' && name === 'href',
  );
}

/**
 * Add attributes to an element that lacks them. An attribute whose name differs in JSX may be
 * there by either name.
 */
export function addJsxAttributes(
  element: JsxElement,
  attributes: Readonly<Record<string, string>>,
): void {
  const present = new Set(element.attributes.map(({ name }) => name));
  const added: Array<JsxAttribute> = [];
  for (const [name, value] of Object.entries(attributes)) {
    const jsxName = propertyNames[name] ?? name;
    if (present.has(name) || present.has(jsxName)) continue;
    added.push({ type: 'mdxJsxAttribute', name: jsxName, value });
  }
  // A spread comes later, and so wins.
  element.attributes.unshift(...added);
}
