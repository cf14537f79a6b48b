import { addContacts, type Contacts, isTable } from 'contact-links/add-contacts';
import { configurationNames, packageField, packageName } from 'contact-links/names';
import type { PlainOptions } from 'contact-links/plain-links';
import {
  type Options,
  resolveSettings,
  type Settings,
} from 'remark-contact-links/core';
import type { Files } from '../host.js';
import { checkPlain, splitOptions } from './split-options.js';

/** The configuration for some pages. */
export interface Project {
  /** Options of the plugin, as they were when they were last right. */
  options: Options;
  settings: Settings;
  /** The configuration file; nothing where there is none. */
  configuration: string | undefined;
  /** The address book that the editor names; nothing where it names none. */
  book: string | undefined;
  /** Options for links that are not shorthands. */
  plain: PlainOptions;
  /** The configuration file, where it names plugins that may run. */
  plugins: string | undefined;
}

/** A problem of a configuration, which has no place in a page. */
export interface ProjectProblem {
  uri: string;
  reason: string;
}

/** The settings of the editor. */
export interface ProjectOptions {
  /** Options of the plugin; those of configuration files win. */
  options: Options;
  /** The address book; nothing where there is none. */
  book: string | undefined;
  /** Whether JavaScript of the workspace may run. */
  isTrusted: boolean;
  /** The folder whose configuration pages have that are in no folder themselves. */
  folder: string | undefined;
}

/**
 * Finds the configuration for a page by the rules of the command line tool: the nearest
 * configuration file counts. A file that is wrong changes nothing until it is right again.
 */
export class Projects {
  readonly #files: Files;
  readonly #given: ProjectOptions;
  readonly #changed: () => void;
  readonly #tell: (problem: ProjectProblem) => void;
  /** The configuration that counts in a folder. */
  readonly #folders = new Map<string, string | undefined>();
  /** Configuration files that name plugins. */
  readonly #withPlugins = new Set<string>();
  /** Options for other links, as they were when they were last right, by configuration file. */
  readonly #plain = new Map<string, PlainOptions>();
  readonly #projects = new Map<string | undefined, Project>();
  /** Options of the plugin that were last right, by configuration file. */
  readonly #lastOptions = new Map<string, Options>();
  /** Options of files that are not JSON, with the stamp of the file. */
  readonly #loaded = new Map<string, { stamp: string | undefined; options: Options }>();
  /** The stamp of each file that was looked at. */
  readonly #seen = new Map<string, string | undefined>();

  constructor(
    files: Files,
    given: ProjectOptions,
    changed: () => void,
    tell: (problem: ProjectProblem) => void,
  ) {
    this.#files = files;
    this.#given = given;
    this.#changed = changed;
    this.#tell = tell;
  }

  /** Get the configuration for a page. */
  of(uri: string): Project {
    const folder = folderOf(uri) ?? this.#given.folder;
    const configuration = folder === undefined ? undefined : this.#nearest(folder);
    const known = this.#projects.get(configuration);
    if (known) return known;
    const project = this.#create(configuration);
    this.#projects.set(configuration, project);
    return project;
  }

  /** Look at the files again; returns whether one has changed. */
  refresh(): boolean {
    const isSame = [...this.#seen].every(
      ([uri, stamp]) => this.#files.stamp(uri) === stamp,
    );
    if (!isSame) this.#forget();
    return !isSame;
  }

  #forget(): void {
    this.#folders.clear();
    this.#projects.clear();
    this.#seen.clear();
  }

  #nearest(folder: string): string | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder);
    const here = configurationNames
      .map((name) => new URL(name, folder).href)
      .find((uri) => this.#isConfiguration(uri));
    const above = new URL('..', folder).href;
    const found = here ?? (above === folder ? undefined : this.#nearest(above));
    this.#folders.set(folder, found);
    return found;
  }

  #isConfiguration(uri: string): boolean {
    const stamp = this.#look(uri);
    if (stamp === undefined) return false;
    if (!uri.endsWith(`/${packageName}`)) return true;
    return this.#files.read(uri)?.includes(`"${packageField}"`) ?? false;
  }

  #look(uri: string): string | undefined {
    const stamp = this.#files.stamp(uri);
    this.#seen.set(uri, stamp);
    return stamp;
  }

  #create(configuration: string | undefined): Project {
    const { book } = this.#given;
    const found = configuration === undefined ? undefined : this.#read(configuration);
    const options = { ...this.#given.options, ...found };
    const contacts = book === undefined ? undefined : this.#readBook(book);
    const tries = [
      ...(contacts
        ? [{ ...options, contacts: addContacts(tableOf(options.contacts), contacts) }]
        : []),
      options,
      { ...this.#given.options, ...this.#lastOptions.get(configuration ?? '') },
    ];
    const plugins = this.#mayRun(configuration) ? configuration : undefined;
    const plain = this.#plain.get(configuration ?? '') ?? {};
    for (const each of tries) {
      const settings = this.#resolve(each, configuration);
      if (!settings) continue;
      this.#lastOptions.set(configuration ?? '', each);
      return { options: each, settings, configuration, book, plain, plugins };
    }
    const settings = resolveSettings();
    return { options: {}, settings, configuration, book, plain, plugins };
  }

  #resolve(options: Options, configuration: string | undefined): Settings | undefined {
    try {
      return resolveSettings(options);
    } catch (error) {
      // An option is wrong, or nested too deeply; in an open file, a diagnostic shows where.
      const { message } = error as Error;
      const uri = configuration ?? 'contactLinks.options';
      this.#tell({ uri, reason: message });
      return undefined;
    }
  }

  /** Read the options of a file; where it cannot be read, get those that it had before. */
  #read(uri: string): Options {
    if (!isJson(uri)) return this.#loadedOptions(uri);
    const value = parsed(this.#files.read(uri) ?? '');
    const found =
      isTable(value) && uri.endsWith(`/${packageName}`) ? value[packageField] : value;
    if (!isTable(found)) return this.#lastOptions.get(uri) ?? {};
    return this.#split(uri, found);
  }

  /** Note whether a configuration names plugins, and its options for other links; get the rest. */
  #split(uri: string, found: Record<string, unknown>): Options {
    const { hasPlugins, options, plain } = splitOptions(found);
    if (hasPlugins) this.#withPlugins.add(uri);
    else this.#withPlugins.delete(uri);
    try {
      this.#plain.set(uri, checkPlain(plain));
    } catch (error) {
      this.#tell({ uri, reason: (error as Error).message });
    }
    return options;
  }

  /** Whether a configuration has plugins, and they may run. */
  #mayRun(uri: string | undefined): boolean {
    if (uri === undefined || !this.#given.isTrusted) return false;
    return this.#withPlugins.has(uri) || !isJson(uri);
  }

  #readBook(uri: string): Contacts | undefined {
    if (this.#look(uri) === undefined) return undefined;
    const value = parsed(this.#files.read(uri) ?? '');
    return isTable(value) ? (value as Contacts) : undefined;
  }

  /** Get the options of a file that takes time to load; they arrive later. */
  #loadedOptions(uri: string): Options {
    const stamp = this.#files.stamp(uri);
    const known = this.#loaded.get(uri);
    if (known?.stamp === stamp) return known?.options ?? {};
    const options = known?.options ?? {};
    this.#loaded.set(uri, { stamp, options });
    if (!this.#given.isTrusted && !isData(uri)) {
      this.#tell({
        uri,
        reason:
          'JavaScript runs in trusted folders only, so this configuration is not used',
      });
      return options;
    }
    this.#files.load(uri).then(
      (loaded) => {
        this.#loaded.set(uri, { stamp, options: this.#split(uri, loaded) });
        this.#forget();
        this.#changed();
      },
      (error: Error) => this.#tell({ uri, reason: error.message }),
    );
    return options;
  }
}

/**
 * Find the address book that an editor's settings name.
 *
 * @param contacts
 *   Path or URI of the address book.
 * @param folder
 *   URI of the folder that a path is relative to, with a slash at its end. Default: none.
 * @returns
 *   URI of the address book; nothing where none is named, or a path has no folder.
 */
export function bookUri(
  contacts: string | null | undefined,
  folder: string | undefined,
): string | undefined {
  if (contacts === undefined || contacts === null) return undefined;
  return URL.canParse(contacts, folder) ? new URL(contacts, folder).href : undefined;
}

/** Get the contacts of options that have not been checked. */
function tableOf(contacts: Options['contacts']): Contacts {
  return isTable(contacts) ? contacts : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Get the folder of a page; nothing where it is in no folder. */
function folderOf(uri: string): string | undefined {
  return URL.canParse('.', uri) ? new URL('.', uri).href : undefined;
}

/** Whether a configuration file is JSON. */
export function isJson(uri: string): boolean {
  return !/\.(?:[cm]?js|ya?ml)$/i.test(uri);
}

function isData(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}
