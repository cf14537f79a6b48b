import { readFileSync } from 'node:fs';

/**
 * Read the texts in Astro's store of content collections; the paths of files are among them.
 * The store is internal to Astro. It has lines of JSON, in one file, or in several that a
 * manifest names by collection.
 *
 * @param folder
 *   Where the store is.
 * @returns
 *   The texts; nothing where no store can be read.
 */
export function storedTexts(folder: URL): ReadonlySet<string> | undefined {
  for (const read of [readFile, readChunks]) {
    try {
      const lines = read(folder).split('\n').filter(Boolean);
      const values = lines.flatMap((line) => JSON.parse(line) as Array<unknown>);
      return new Set(values.filter((value) => typeof value === 'string'));
    } catch {
      // The store has the other form, or an unknown one.
    }
  }
  return undefined;
}

function readFile(folder: URL): string {
  return readFileSync(new URL('data-store.json', folder), 'utf8');
}

function readChunks(folder: URL): string {
  const chunks = new URL('data-store/', folder);
  const read = (name: string) => readFileSync(new URL(name, chunks), 'utf8');
  const manifest: Record<string, Array<string>> = JSON.parse(read('manifest.json'));
  return Object.values(manifest)
    .map((names) => names.map(read).join(''))
    .join('\n');
}
