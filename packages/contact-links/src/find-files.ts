import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { default as createIgnore, Ignore } from 'ignore';
import { CommandError, reasonOf } from './command-error.js';
import { ignoreName } from './names.js';
import { readBytes } from './read-bytes.js';
import type { Target } from './targets.js';

/** Loads a module synchronously, where a folder needs it, which few do. */
const require = createRequire(import.meta.url);

/** Folders that are not searched. */
export const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Where to look, and for what. */
export interface FindOptions {
  cwd: string;
  /** Extensions of files, with their dots. */
  extensions: ReadonlyArray<string>;
  /** The only ignore file to use. Default: the nearest one above each file. */
  ignorePath?: string | undefined;
  /** Patterns in addition to those of ignore files. */
  ignorePatterns?: ReadonlyArray<string>;
  /** Whether to look for ignore files. Default: `true`. */
  detectIgnore?: boolean;
  /** A folder not to search; absolute. Default: none. */
  leaveOut?: string | undefined;
}

/** The path that means standard input. */
export const standardInput = '-';

/** A file that was found, or what keeps it from being read. */
export interface FoundFile {
  /** The path, relative to the working directory; or `-`, for standard input. */
  path: string;
  /** What keeps it from being read. Default: nothing is known to. */
  problem?: string;
  /** Where it is, if it was found by a symbolic link that leads out of the folder. */
  outside?: string;
}

/** Finds files as unified-engine does, but one at a time, so that memory stays flat. */
export class FileFinder {
  readonly #options: FindOptions;
  /** The patterns in the options. Default: none. */
  readonly #patterns: Ignore | undefined;
  /** The ignore file that counts in a folder, by the path of the folder. */
  readonly #ignores = new Map<string, { ignore: Ignore; folder: string } | undefined>();

  constructor(options: FindOptions) {
    this.#options = options;
    const { ignorePatterns = [] } = options;
    if (ignorePatterns.length > 0) this.#patterns = readPatterns([...ignorePatterns]);
  }

  /**
   * Find files, in the order of their names.
   *
   * @param targets
   *   Files, folders and globs; files that are named are found whatever their extensions.
   */
  *find(targets: ReadonlyArray<Target>): Iterable<FoundFile> {
    const seen = new Set<string>();
    for (const target of targets) {
      const { given, top } = target;
      const paths = target.paths();
      if (paths.length === 0) yield { path: given, problem: 'No file matches' };
      for (const path of paths) {
        for (const found of this.#search(path, top)) {
          // A file can be found twice only by two paths or globs.
          if (targets.length > 1 || paths.length > 1) {
            if (seen.has(found.path)) continue;
            seen.add(found.path);
          }
          yield found;
        }
      }
    }
  }

  /** Whether a file would be found in one of the folders that are searched. */
  #isWanted(path: string): boolean {
    return (
      this.#options.extensions.includes(extname(path)) &&
      !path.split(sep).some((part) => skipped.has(part)) &&
      !this.#isIgnored(path)
    );
  }

  /**
   * Find the file at a path, or the files in the folder there.
   *
   * @param glob
   *   The folder of the glob that found the path. Default: somebody named the path.
   */
  *#search(given: string, glob: string | undefined): Iterable<FoundFile> {
    const { cwd } = this.#options;
    if (given === standardInput) return yield { path: given };
    const place = resolve(cwd, given);
    const path = relative(cwd, place) || '.';
    let isFolder = false;
    let outside: Pick<FoundFile, 'outside'> = {};
    try {
      isFolder = statSync(place).isDirectory();
      if (glob !== undefined && lstatSync(place).isSymbolicLink()) {
        const { inside, to } = this.#leadsTo(path, glob);
        if (inside === undefined) outside = { outside: to };
      }
    } catch (error) {
      return yield { path, problem: problemOf(error, 'No such file or folder') };
    }
    if (this.#isIgnored(path)) {
      yield { path, problem: 'An ignore file or pattern leaves this file out' };
    } else if (isFolder) yield* this.#searchFolder(path, path);
    else yield { path, ...outside };
  }

  /** Search a folder, which is `top` or inside it. */
  *#searchFolder(folder: string, top: string): Iterable<FoundFile> {
    const { cwd, extensions, leaveOut } = this.#options;
    let entries: Array<Dirent>;
    try {
      entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    } catch (error) {
      return yield { path: folder, problem: problemOf(error, 'No such folder') };
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (skipped.has(entry.name) || resolve(cwd, path) === leaveOut) continue;
        if (this.#isIgnored(path)) continue;
        yield* this.#searchFolder(path, top);
      } else if (extensions.includes(extname(entry.name)) && !this.#isIgnored(path)) {
        if (entry.isSymbolicLink()) yield* this.#searchLink(path, top);
        // Pipes, sockets and devices are not documents, and reading one may never end.
        else if (entry.isFile()) yield { path };
      }
    }
  }

  /** Find the file that a symbolic link leads to, unless it is found in the same folder anyway. */
  *#searchLink(path: string, top: string): Iterable<FoundFile> {
    const { cwd } = this.#options;
    // The link may lead nowhere, or to a folder, even to one around it.
    if (!isFileAt(resolve(cwd, path))) return;
    const { inside, to } = this.#leadsTo(path, top);
    if (inside === undefined) yield { path, outside: to };
    else if (!this.#isWanted(join(top, inside))) yield { path };
  }

  /** Find where a symbolic link leads, and the path from a folder, if that is inside it. */
  #leadsTo(path: string, folder: string): { to: string; inside: string | undefined } {
    const { cwd } = this.#options;
    const place = realpathSync(resolve(cwd, path));
    const inside = relative(realpathSync(resolve(cwd, folder)), place);
    return { to: relative(cwd, place), inside: isInside(inside) ? inside : undefined };
  }

  #isIgnored(path: string): boolean {
    const { cwd, detectIgnore = true, ignorePath } = this.#options;
    const absolute = resolve(cwd, path);
    const file = ignorePath
      ? this.#ignoreFile(resolve(cwd, ignorePath), true)
      : detectIgnore
        ? this.#nearestIgnoreFile(dirname(absolute))
        : undefined;
    return (
      (this.#patterns && isMatch(this.#patterns, relative(cwd, absolute))) ||
      (file !== undefined && isMatch(file.ignore, relative(file.folder, absolute)))
    );
  }

  #nearestIgnoreFile(folder: string): { ignore: Ignore; folder: string } | undefined {
    if (!this.#ignores.has(folder)) {
      const above = dirname(folder);
      const found =
        this.#ignoreFile(join(folder, ignoreName), false) ??
        (above === folder ? undefined : this.#nearestIgnoreFile(above));
      this.#ignores.set(folder, found);
    }
    return this.#ignores.get(folder);
  }

  #ignoreFile(path: string, isGiven: boolean) {
    const known = isGiven ? this.#ignores.get(path) : undefined;
    if (known) return known;
    try {
      const text = String(readBytes(path));
      const file = { ignore: readPatterns(text), folder: dirname(path) };
      if (isGiven) this.#ignores.set(path, file);
      return file;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && !isGiven) return undefined;
      throw new CommandError(`Cannot read ignore file: ${reasonOf(error)}`);
    }
  }
}

/** Whether a path, relative to a folder, is that folder or leads into it. */
export function isInside(path: string): boolean {
  return !isAbsolute(path) && path.split(sep)[0] !== '..';
}

/** Whether a path is that of a file, or of a symbolic link to one. */
function isFileAt(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    // The link leads nowhere, in a circle, or to a place without permission to look.
    return false;
  }
}

/** Say what keeps a path from being searched. */
function problemOf(error: unknown, missing: string): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? missing : `Cannot read: ${reasonOf(error)}`;
}

/** Whether patterns match a path; they never match a path outside of their folder. */
function isMatch(patterns: Ignore, path: string): boolean {
  return path !== '' && loadIgnore().isPathValid(path) && patterns.ignores(path);
}

function readPatterns(patterns: string | ReadonlyArray<string>): Ignore {
  return loadIgnore()().add(patterns);
}

function loadIgnore(): typeof createIgnore {
  return require('ignore');
}
