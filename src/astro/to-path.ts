import { fileURLToPath } from 'node:url';

/** The path of a file; nothing where the URL is that of no file. */
export function toPath(url: URL | undefined): string | undefined {
  return url?.protocol === 'file:' ? fileURLToPath(url) : undefined;
}
