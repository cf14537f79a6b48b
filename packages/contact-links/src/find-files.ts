import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globSync, hasMagic } from 'glob';
import ignore, { type Ignore } from 'ignore';
import { CommandError, reasonOf } from './command-error.js';

/** Name of the files that say which files to leave out, in the syntax of gitignore. */
const ignoreName = '.contact-linksignore';

/** Folders that nobody wants searched. */
const skipped = new Set(['node_modules', '.git']);

/** Where to look, and for what. */
export interface FindOptions {
  cwd: string;
  /** With their dots. */
  extensions: ReadonlyArray<string>;
  /** The one ignore file to use. Default: the nearest one above each file. */
  ignorePath?: string | undefined;
  /** Patterns besides those of ignore files. */
  ignorePatterns?: ReadonlyArray<string>;
  /** Whether to look for ignore files. Default: `true`. */
  detectIgnore?: boolean;
}

/** A file that was found, or what keeps it from being read. */
export interface FoundFile {
  /** Relative to the working directory. */
  path: string;
  problem?: string;
}

/** Whether a path is a glob; names such as `[slug].mdx` look like globs. */
function isGlob(path: string, cwd: string): boolean {
  return hasMagic(path, { magicalBraces: true }) && !existsSync(resolve(cwd, path));
}

/** The folder of all files that match a glob; of a path, the path. */
export function searchedPath(path: string, cwd: string): string {
  if (!isGlob(path, cwd)) return path;
  const parts = path.split('/');
  const first = parts.findIndex((part) => hasMagic(part, { magicalBraces: true }));
  return parts.slice(0, Math.max(first, 0)).join('/') || (path[0] === '/' ? '/' : '.');
}

/** Finds files as unified-engine does, but one at a time, so that memory stays flat. */
export class FileFinder {
  readonly #options: FindOptions;
  readonly #patterns: Ignore;
  /** The ignore file that counts in a folder. */
  readonly #ignores = new Map<string, { ignore: Ignore; folder: string } | undefined>();

  constructor(options: FindOptions) {
    this.#options = options;
    this.#patterns = ignore().add([...(options.ignorePatterns ?? [])]);
  }

  /**
   * Find files, in the order of their names.
   *
   * @param given
   *   Files, which are found whatever their names, folders and globs.
   */
  *find(given: ReadonlyArray<string>): Iterable<FoundFile> {
    const { cwd } = this.#options;
    const seen = new Set<string>();
    for (const each of given) {
      const paths = isGlob(each, cwd) ? globSync(each, { cwd }).sort() : [each];
      if (paths.length === 0) yield { path: each, problem: 'No file matches' };
      for (const path of paths) {
        const normal = relative(cwd, resolve(cwd, path)) || '.';
        for (const found of this.#search(normal)) {
          // Only what is given twice can be found twice.
          if (given.length > 1 || paths.length > 1) {
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

  *#search(path: string): Iterable<FoundFile> {
    const stats = statSync(resolve(this.#options.cwd, path), { throwIfNoEntry: false });
    if (!stats) yield { path, problem: 'No such file or folder' };
    else if (this.#isIgnored(path)) {
      yield { path, problem: 'Cannot process specified file: it’s ignored' };
    } else if (stats.isDirectory()) yield* this.#searchFolder(path, path);
    else yield { path };
  }

  /** Search a folder, which is `top` or somewhere in it. */
  *#searchFolder(folder: string, top: string): Iterable<FoundFile> {
    const { cwd, extensions } = this.#options;
    const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (skipped.has(entry.name) || this.#isIgnored(path)) continue;
        yield* this.#searchFolder(path, top);
      } else if (extensions.includes(extname(entry.name)) && !this.#isIgnored(path)) {
        if (!entry.isSymbolicLink() || this.#isOnlyWay(path, top)) yield { path };
      }
    }
  }

  /** Whether a symbolic link leads to a file that is not found in the same folder anyway. */
  #isOnlyWay(path: string, top: string): boolean {
    const { cwd } = this.#options;
    const place = resolve(cwd, path);
    // It may lead nowhere, or to a folder, even to one around it.
    if (!statSync(place, { throwIfNoEntry: false })?.isFile()) return false;
    const inside = relative(realpathSync(resolve(cwd, top)), realpathSync(place));
    const isOutside = isAbsolute(inside) || inside.split(sep)[0] === '..';
    return isOutside || !this.#isWanted(join(top, inside));
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
      isMatch(this.#patterns, relative(cwd, absolute)) ||
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
      const text = readFileSync(path, 'utf8');
      const file = { ignore: ignore().add(text), folder: dirname(path) };
      if (isGiven) this.#ignores.set(path, file);
      return file;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' && !isGiven) return undefined;
      throw new CommandError(`Cannot read ignore file: ${reasonOf(error)}`);
    }
  }
}

/** Whether patterns match a path; they cannot match one that is outside of their folder. */
function isMatch(patterns: Ignore, path: string): boolean {
  return path !== '' && ignore.isPathValid(path) && patterns.ignores(path);
}
