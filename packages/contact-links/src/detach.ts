import { copy } from './copy.js';
import type { FixableMessage } from './messages.js';

/** Copy the texts of messages, so that they do not keep the text of their file in memory. */
export function detach(messages: ReadonlyArray<FixableMessage>): Array<FixableMessage> {
  return messages.map((message) => {
    const { actual, expected, fix, message: text, note, reason } = message;
    return Object.assign(
      message,
      copy({ actual, expected, fix, message: text, note, reason }),
    );
  });
}
