import process from 'node:process';
import type { CommandError } from './command-error.js';
import { print } from './printable.js';

/** Print an error that the person at the terminal can put right, in one line. */
export function printError({ message }: CommandError): void {
  print(process.stderr, `${message.trim().replace(/[\n\r]\s*/g, ' ')}\n`);
}
