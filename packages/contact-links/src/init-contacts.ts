import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { addEntries } from './add-entries.js';
import { CommandError, reasonOf } from './command-error.js';
import { counted } from './counted.js';
import type { Skeleton } from './missing-contacts.js';
import { print } from './printable.js';
import { readContacts } from './project.js';
import { schemaAddress } from './schema-address.js';
import { writeFileWhole } from './write-file.js';

/** Write an empty address book for a new file. */
function emptyBook(place: string): string {
  const $schema = schemaAddress('address-book.json', place);
  return `${JSON.stringify({ $schema }, undefined, 2)}\n`;
}

/**
 * Add the missing people to an address book; what is in it stays, byte for byte.
 *
 * @throws {CommandError}
 *   When the address book cannot be read or written.
 */
export async function initContacts(
  path: string | undefined,
  skeleton: Skeleton,
  cwd: string,
): Promise<void> {
  if (path === undefined) {
    throw new CommandError(
      '`--init-contacts` needs `--contacts` with the file to write',
    );
  }
  const place = resolve(cwd, path);
  const isThere = existsSync(place);
  const contacts = isThere ? readContacts(path, cwd) : {};
  const missing = Object.entries(skeleton);
  const additions = missing.flatMap(([name, entry]) => {
    const known = contacts[name] ?? {};
    const added = Object.entries(entry).filter(([key]) => !Object.hasOwn(known, key));
    return added.length > 0 ? [[name, Object.fromEntries(added)] as const] : [];
  });
  if (additions.length > 0) {
    const text = isThere ? readFileSync(place, 'utf8') : emptyBook(place);
    await writeFileWhole(place, addEntries(text, new Map(additions))).catch((error) => {
      throw new CommandError(`Cannot write address book: ${reasonOf(error)}`);
    });
    const amount = counted(additions.length, 'entry', 'entries');
    print(process.stderr, `Wrote ${amount} to fill in to ${path}\n`);
  } else {
    const amount = counted(missing.length, 'entry', 'entries');
    const rest = missing.length > 0 ? `; ${path} has ${amount} to fill in` : '';
    print(process.stderr, `Nobody is missing${rest}\n`);
  }
}
