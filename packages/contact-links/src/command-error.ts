import process from 'node:process';
import { print } from './printable.js';

/** What the person at the terminal can put right: its message is all there is to show. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The message of an error with those of what caused it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause === undefined ? message : `${message}: ${reasonOf(cause)}`;
}

/** Print what the person at the terminal can put right, in one line. */
export function printError({ message }: CommandError): void {
  print(process.stderr, `${message.trim().replace(/[\n\r]\s*/g, ' ')}\n`);
}
