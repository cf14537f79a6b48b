import type { Element, Nodes, Root } from 'hast';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { ContactLink } from '../core/contact-link.js';
import { linkFinding } from '../core/findings/finding.js';
import { createHostSettings } from '../core/hosts.js';
import { anchorHrefs, attributeValue } from '../core/html/anchors.js';
import { type Options, resolveOptions } from '../core/options/resolve-options.js';
import { toProperties } from '../unist/hast-properties.js';
import {
  addJsxAttributes,
  type JsxElement,
  jsxHref,
  jsxHrefAttribute,
} from '../unist/jsx.js';
import { type PlacedFinding, report } from '../unist/vfile-messages.js';
import { registry } from './registry.js';

export type { Options } from '../core/options/resolve-options.js';

/**
 * rehype plugin that redirects the anchors of a page, wherever they come from: raw HTML
 * (parsed by rehype-raw or not), JSX in MDX, or other plugins.
 *
 * @param options
 *   Options of the remark plugin (optional), of which `redirect`, `contacts` and `attributes`
 *   matter here.
 * @returns
 *   Transform that changes the `href` of anchors, adds the attributes that they lack, and
 *   reports those that have to stay, as messages on the file.
 * @throws {TypeError}
 *   When an option is unknown or wrong.
 */
export default function rehypeContactLinks(
  // Hosts that type plugins as plain functions do not accept another type of `this`.
  this: unknown,
  options?: Readonly<Options<string>> | null | undefined,
): (tree: Root, file: VFile) => undefined {
  const siteSettings = resolveOptions(options, registry);
  const settingsFor = createHostSettings(siteSettings);
  // Whoever calls the plugin alone has no processor, and is not a known host.
  const data = (this as Processor | undefined)?.data() ?? {};
  const { redirecting } = siteSettings;

  return (tree, file) => {
    if (!redirecting) return;
    const settings = settingsFor(file.data, data);
    const findings: Array<PlacedFinding> = [];
    // The remark plugin may have reported the same links.
    const reported = new Set(
      file.messages.filter(({ ruleId }) => ruleId === 'no-replacement').map(placeOf),
    );
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'a') redirectElement(node);
      if (node.type === 'raw') redirectRaw(node);
      if (isJsxAnchor(node)) redirectJsx(node);
    });
    report(file, findings, settings);

    function redirectElement(node: Element): void {
      const { href } = node.properties;
      const link = find(String(href ?? ''), node);
      if (!link) return;
      node.properties = {
        ...toProperties(link.attributes),
        ...node.properties,
        href: link.url,
      };
      const [label] = node.children;
      if (label?.type === 'text' && label.value === href) label.value = link.label;
    }

    function redirectRaw(node: Extract<Nodes, { type: 'raw' }>): void {
      const { value } = node;
      let result = '';
      let at = 0;
      for (const { end, names, start, url } of anchorHrefs(value)) {
        const link = find(url, node);
        if (!link) continue;
        result += value.slice(at, start) + attributeValue(link.url);
        for (const [name, text] of Object.entries(link.attributes)) {
          if (!names.includes(name)) result += ` ${name}=${attributeValue(text)}`;
        }
        at = end;
      }
      node.value = result + value.slice(at);
    }

    function redirectJsx(node: JsxElement): void {
      const attribute = jsxHrefAttribute(node);
      const link = find(jsxHref(node) ?? '', node);
      if (!attribute || !link) return;
      attribute.value = link.url;
      addJsxAttributes(node, link.attributes);
    }

    function find(url: string, node: Nodes | JsxElement): ContactLink | undefined {
      const result = redirecting?.redirectUri(url, settings);
      if (!result || result.kind === 'link') return result;
      const { position } = node;
      const finding = linkFinding(result, url);
      if (!reported.has(placeOf(position?.start)))
        findings.push({ ...finding, position });
      return undefined;
    }
  };
}

function isJsxAnchor(node: Nodes | JsxElement): node is JsxElement {
  return 'name' in node && node.name === 'a' && node.type.startsWith('mdxJsx');
}

function placeOf(
  point: { line?: number | undefined; column?: number | undefined } = {},
) {
  return `${point.line}:${point.column}`;
}
