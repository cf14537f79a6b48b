import type { Writable } from 'node:stream';
import { printableLines, withoutCommands } from 'remark-contact-links/core';

export { printable, printableLines, withoutCommands } from 'remark-contact-links/core';

/** Print lines that may hold text that somebody else wrote. */
export function print(stream: Writable, lines: string): void {
  stream.write(withoutCommands(printableLines(lines)));
}
