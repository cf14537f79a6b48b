import { type Features, markdownToHtml } from 'satteri';
import satteriContactLinks, {
  type Message,
  type Options,
} from '../../src/satteri/index.js';

/** Render Markdown through Sätteri, and gather its messages. */
export function renderSatteri(
  input: string,
  options: Options<string> = {},
  features: Features = {},
): { html: string; messages: Array<Message>; error: unknown } {
  const messages: Array<Message> = [];
  const plugin = satteriContactLinks({
    ...options,
    onMessage: (message) => messages.push(message),
  });
  try {
    const { html } = markdownToHtml(input, { features, mdastPlugins: [plugin] });
    return { html, messages, error: undefined };
  } catch (error) {
    return { html: '', messages, error };
  }
}
