import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Where the schemas are for people who have not installed the package. */
const served = 'https://remark-contact-links.github.io/remark-contact-links/schemas/';

/**
 * Get the value of `$schema` for a file.
 *
 * @param name
 *   The file of the schema: `address-book.json`.
 * @param place
 *   The path of the file that names it.
 * @returns
 *   The schema in the package, relative to the file, where the package is installed in a folder
 *   above. That is the schema of the version in use, and no editor has to ask a server. Otherwise
 *   the URL of the schema.
 */
export function schemaAddress(name: string, place: string): string {
  const start = dirname(place);
  for (
    let folder = start, above = dirname(folder);
    ;
    folder = above, above = dirname(folder)
  ) {
    const path = join(folder, 'node_modules/contact-links/schemas', name);
    if (existsSync(path)) {
      const found = relative(start, path).split(sep).join('/');
      return found.startsWith('.') ? found : `./${found}`;
    }
    if (above === folder) return served + name;
  }
}
