/** An error that the person at the terminal can put right; only its message is shown. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** Get the message of an error, with those of its causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause === undefined ? message : `${message}: ${reasonOf(cause)}`;
}

/** Say in which file something is wrong. */
export function inFile(path: string | undefined, message: string): string {
  return path === undefined ? message : `${path}: ${message}`;
}
