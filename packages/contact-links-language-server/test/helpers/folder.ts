import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Make what writes and names the files of a folder.
 *
 * @param folder
 *   Gives its path, which is another one in each test.
 */
export function filesIn(folder: () => string) {
  return {
    write(path: string, text: string): void {
      writeFileSync(join(folder(), path), text);
    },
    uriOf: (path: string): string => pathToFileURL(join(folder(), path)).href,
  };
}
