import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';

/**
 * Writes a link as Markdown has it.
 *
 * This has a file of its own, into which the build bundles the one handler: the plugin needs
 * nothing else of mdast-util-to-markdown, and a page that becomes HTML loads none of it.
 */
export const coreLink = defaultHandlers.link as Handle & { peek: Handle };
