import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';

/**
 * Writes a link as Markdown has it.
 *
 * It has a file of its own, as the build takes this one handler into it: nothing else of
 * mdast-util-to-markdown is needed, and a page that becomes HTML loads none of it.
 */
export const coreLink = defaultHandlers.link as Handle & { peek: Handle };
