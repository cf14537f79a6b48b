/**
 * Reads the `href` of JSX elements, as mdast-util-mdx-jsx makes them.
 *
 * @module
 */
export {
  type JsxAttribute,
  type JsxElement,
  jsxHref,
  jsxHrefAttribute,
} from './unist/jsx.js';
