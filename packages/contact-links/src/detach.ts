import { copy } from './copy.js';
import type { FixableMessage } from './messages.js';

/** Let messages hold on to nothing but themselves, not to the text of their file. */
export function detach(messages: ReadonlyArray<FixableMessage>): Array<FixableMessage> {
  return messages.map((message) => {
    const { actual, expected, fix, message: text, note, reason } = message;
    return Object.assign(
      message,
      copy({ actual, expected, fix, message: text, note, reason }),
    );
  });
}
