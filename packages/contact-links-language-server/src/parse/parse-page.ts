import {
  findLinks,
  redirectingSettings,
  type SourceLink,
  toService,
  toShorthand,
} from 'contact-links/links';
import { Markdown, type Project } from 'contact-links/markdown';
import {
  checkPlainLinks,
  type PlainFinding,
  plainRuleUrl,
  readDisableComments,
} from 'contact-links/plain-links';
import type { Root } from 'mdast';
import type { ContactLinkMessage } from 'remark-contact-links';
import { messageSource, ruleUrl } from 'remark-contact-links/core';
import type { Position } from 'unist';
import { VFile } from 'vfile';
import type { ParsedMessage, ParsedPage, ParseRequest, Rewrite } from '../host.js';

/** Loads the plugins whose syntax the pages of a configuration use. */
export type LoadPlugins = (configuration: string) => Promise<Project['plugins']>;

/**
 * Make a function that parses pages as the command line tool does.
 *
 * @param loadPlugins
 *   Loads the plugins of a configuration. Default: there are none.
 * @returns
 *   Function that parses a page, and gives nothing for MDX with a syntax error.
 */
export function createPageParser(
  loadPlugins?: LoadPlugins,
): (request: ParseRequest) => Promise<ParsedPage | undefined> {
  let last: { key: string; reader: ReturnType<typeof createReader> } | undefined;
  return async ({ options, plain, plugins, ...page }) => {
    const key = JSON.stringify([options, plain, plugins]);
    let reader = last?.key === key ? last.reader : undefined;
    if (!reader) {
      const loaded = plugins && loadPlugins ? await loadPlugins(plugins) : [];
      reader = createReader({ options, plain, plugins: loaded });
      last = { key, reader };
    }
    return reader(page);
  };
}

/** Make a function that parses the pages of a project. */
function createReader(project: Project) {
  const { options, plain } = project;
  const markdown = new Markdown(project, {
    ...options,
    // An error would be thrown, with the places of others in its reason.
    invalid: options.invalid === 'ignore' ? 'ignore' : 'warn',
    // The server itself reports each link to a service that has closed.
    retired: 'ignore',
  });
  const rewrite = toShorthand(markdown.settings);
  const replace = toService(redirectingSettings(options, undefined));
  const closedLevel = plain?.rules?.['retired-service'] ?? 'warning';
  const tellsClosed = options.retired !== 'ignore' && closedLevel !== 'off';

  return ({ isMdx, text }: Pick<ParseRequest, 'isMdx' | 'text'>) => {
    const file = new VFile({ path: isMdx ? 'page.mdx' : 'page.md', value: text });
    let tree: Root;
    try {
      tree = markdown.parse(file);
    } catch {
      // Other tools of the editor report syntax errors.
      return undefined;
    }
    const found = findLinks(tree, text, markdown.settings);
    const rewrites = found.flatMap((link): Array<Rewrite> => {
      const edit = rewrite(link, text);
      return edit && 'text' in edit ? [{ range: rangeOf(edit), text: edit.text }] : [];
    });
    const closed = tellsClosed ? found.flatMap((link) => closing(link, text)) : [];
    const others = checkPlainLinks(tree, text, markdown.settings, plain);
    const isDisabled = readDisableComments(tree, text);
    markdown.report(tree, file);
    const messages = [
      ...file.messages.map((message) => toMessage(message)),
      ...closed,
      ...others.map((finding) => toPlainMessage(finding)),
    ].filter(({ line, ruleId }) => !isDisabled(ruleId, line));
    const nested = new Set(
      messages.flatMap(({ range, ruleId }) =>
        ruleId === 'nested-link' ? [range.start] : [],
      ),
    );
    const links = found.flatMap(({ form, start }) =>
      form === 'shorthand' && !nested.has(start) ? [start] : [],
    );
    if (options.invalid !== 'error') return { links, messages, rewrites };
    const isLink = new Set(links);
    const leveled = messages.map((message): ParsedMessage => {
      const isInvalid =
        !isLink.has(message.range.start) && !neverErrors.has(message.ruleId);
      return isInvalid ? { ...message, level: 'error' } : message;
    });
    return { links, messages: leveled, rewrites };
  };

  /** Make the message of a link to a service that has closed. */
  function closing(link: SourceLink, text: string): Array<ParsedMessage> {
    const reason = markdown.settings.services.get(link.contact.service)?.retired;
    if (reason === undefined) return [];
    const edit = replace(link, text);
    return [
      {
        range: rangeOf(link),
        line: Number(link.node.position?.start.line),
        ruleId: 'retired-service',
        reason,
        source: messageSource,
        url: ruleUrl('retired-service'),
        level: closedLevel === 'error' ? 'error' : 'warning',
        fixes:
          edit && 'text' in edit ? [{ range: rangeOf(edit), text: edit.text }] : [],
      },
    ];
  }
}

/** Rules whose messages are warnings, whatever option `invalid` says. */
const neverErrors: ReadonlySet<string> = new Set([
  'unknown-service',
  'no-replacement',
  'retired-service',
]);

function rangeOf({ end, start }: { end: number; start: number }) {
  return { start, end };
}

/** Make a message of one from the plugin, which gives each a place and a rule. */
function toMessage(message: ContactLinkMessage): ParsedMessage {
  const {
    edits = [],
    expected = [],
    fix,
    place,
    reason,
    ruleId,
    source,
    url,
  } = message;
  const { end, start } = place as Position;
  const range = { start: Number(start.offset), end: Number(end.offset) };
  const isGuess = fix === undefined;
  return {
    range,
    line: start.line,
    ruleId: String(ruleId),
    reason,
    source: String(source),
    url: String(url),
    level: 'warning',
    fixes: [
      ...edits.map(({ text, ...each }) => ({ range: rangeOf(each), text, isGuess })),
      ...expected.map((text) => ({ range, text, isGuess })),
    ],
  };
}

/** Make a message about a link that is not a shorthand. */
function toPlainMessage({
  edits,
  level,
  place,
  reason,
  ruleId,
  ...range
}: PlainFinding): ParsedMessage {
  return {
    range: rangeOf(range),
    line: place.start.line,
    ruleId,
    reason,
    source: 'contact-links',
    url: plainRuleUrl(ruleId),
    level,
    fixes: edits.map((edit) => ({ range: rangeOf(edit), text: edit.text })),
  };
}
