import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Options } from 'remark-contact-links';
import { resolveSettings } from 'remark-contact-links/core';
import type { PluggableList } from 'unified';
import { Configuration } from 'unified-engine';
import type { Arguments } from './arguments.js';
import { CommandError, reasonOf } from './command-error.js';

/** What configuration files are called that are not named by `--rc-path`. */
const rcName = '.contact-linksrc';
export const configurationNames: ReadonlyArray<string> = [
  'package.json',
  rcName,
  ...['cjs', 'js', 'json', 'mjs', 'yaml', 'yml'].map((each) => `${rcName}.${each}`),
];

/** What a site says of its Markdown, in a configuration file and on the command line. */
export interface Project {
  /** Options of the plugin. */
  options: Options;
  /** Plugins whose syntax the files use. */
  plugins: PluggableList;
  /** Path of the configuration file. Default: there is none. */
  path?: string | undefined;
}

/** An address book. */
type Contacts = NonNullable<Options['contacts']>;

/** What unified-engine makes of configuration files. */
type Found = Awaited<ReturnType<Configuration['create']>>;

declare module 'unified' {
  interface Settings {
    /** Where unified-engine merges the options of the plugin from all their sources. */
    contactLinks?: Options;
  }
}

/**
 * Finds what a file is worked on with, which depends on its project; configuration files are
 * found by the rules of unified-engine.
 */
export class Projects<Tool> {
  readonly #load: (path: string) => Promise<Found>;
  /** By what unified-engine found: it is the same for all files of a project. */
  readonly #tools = new Map<unknown, Tool>();
  readonly #create: (project: Project) => Tool;
  readonly #cwd: string;
  /** The address book of `--contacts`, and its path. */
  readonly #book: { contacts: Contacts; path: string } | undefined;

  /**
   * @param create
   *   Makes what the files of a project are worked on with.
   */
  constructor(
    { contacts, detectConfig, initContacts, rcPath }: Arguments,
    cwd: string,
    create: (project: Project) => Tool,
  ) {
    this.#create = create;
    this.#cwd = cwd;
    const isThere =
      contacts !== undefined && (!initContacts || existsSync(resolve(cwd, contacts)));
    this.#book = isThere
      ? { contacts: readContacts(contacts, cwd), path: contacts }
      : undefined;
    const configuration = new Configuration({
      cwd,
      detectConfig,
      rcName,
      rcPath,
      packageField: 'contactLinksConfig',
      pluginPrefix: 'remark',
      configTransform: ({ plugins, ...contactLinks }) => ({
        plugins,
        settings: { contactLinks },
      }),
      plugins: [],
      settings: {},
    });
    this.#load = promisify(configuration.load.bind(configuration)) as (
      path: string,
    ) => Promise<Found>;
  }

  /**
   * Get what a file is worked on with.
   *
   * @throws {CommandError}
   *   When its configuration file cannot be read, or has a wrong option.
   */
  async of(path: string): Promise<Tool> {
    const found = await this.#load(path).catch((error) => {
      throw new CommandError(reasonOf(error));
    });
    const key = found?.filePath === undefined ? undefined : found;
    const tool = this.#tools.get(key) ?? this.#createTool(found);
    this.#tools.set(key, tool);
    return tool;
  }

  #createTool(found: Found): Tool {
    const options = found?.settings.contactLinks ?? {};
    const plugins = (found?.plugins ?? []) as PluggableList;
    const path = found?.filePath && relative(this.#cwd, found.filePath);
    checkOptions(options, path);
    if (!this.#book) return this.#create({ options, plugins, path });
    const contacts = addContacts(options.contacts ?? {}, this.#book.contacts);
    const all = { ...options, contacts };
    checkOptions(all, this.#book.path);
    return this.#create({ options: all, plugins, path });
  }
}

/** Add the people of an address book to others; where both have an address, its counts. */
function addContacts(contacts: Contacts, book: Contacts): Contacts {
  const both = Object.entries(book).map(([name, entry]) => {
    const known = Object.hasOwn(contacts, name) ? contacts[name] : undefined;
    return [name, known && isObject(entry) ? { ...known, ...entry } : entry] as const;
  });
  return { ...contacts, ...Object.fromEntries(both) };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Check options as the plugin does.
 *
 * @param path
 *   The file to put right when they are wrong.
 * @throws {CommandError}
 *   When they are.
 */
function checkOptions(options: Options, path: string | undefined): void {
  try {
    resolveSettings(options);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new CommandError(inFile(path, 'Options are nested too deeply'));
    }
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(inFile(path, error.message));
  }
}

/** Say in which file something is wrong. */
export function inFile(path: string | undefined, message: string): string {
  return path === undefined ? message : `${path}: ${message}`;
}

/** Read an address book. */
export function readContacts(path: string, cwd: string): Contacts {
  let contacts: unknown;
  try {
    contacts = JSON.parse(
      readFileSync(resolve(cwd, path), 'utf8').replace(/^\uFEFF/, ''),
    );
  } catch (error) {
    throw new CommandError(`Cannot read address book \`${path}\`: ${reasonOf(error)}`);
  }
  if (!isObject(contacts)) {
    throw new CommandError(`Cannot read address book \`${path}\`: expected an object`);
  }
  return contacts as Contacts;
}
