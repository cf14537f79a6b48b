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

/** Say in which file something is wrong. */
export function inFile(path: string | undefined, message: string): string {
  return path === undefined ? message : `${path}: ${message}`;
}
