import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Write a text, and wait for its reader, so that output does not pile up in memory. */
export async function writeOut(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
