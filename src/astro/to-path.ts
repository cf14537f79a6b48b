import { fileURLToPath } from 'node:url';

/** Get the path of a file; nothing where the URL is not that of a file. */
export function toPath(url: URL | undefined): string | undefined {
  return url?.protocol === 'file:' ? fileURLToPath(url) : undefined;
}
