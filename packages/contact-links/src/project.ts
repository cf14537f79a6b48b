import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Options } from 'remark-contact-links';
import { resolveSettings } from 'remark-contact-links/core';
import type { PluggableList } from 'unified';
import { Configuration } from 'unified-engine';
import type { Arguments } from './arguments.js';
import { CommandError, reasonOf } from './command-error.js';

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
    const given = this.#book ? { contacts: this.#book.contacts } : {};
    const configuration = new Configuration({
      cwd,
      detectConfig,
      rcName: '.contact-linksrc',
      rcPath,
      packageField: 'contactLinksConfig',
      pluginPrefix: 'remark',
      configTransform: ({ plugins, ...contactLinks }) => ({
        plugins,
        settings: { contactLinks },
      }),
      plugins: [],
      settings: { contactLinks: given },
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
    const wrong = wrongOption(options);
    if (wrong !== undefined) {
      const { services } = options;
      const { contacts, path: bookPath } = this.#book ?? {};
      const isInBook = wrongOption({ services, contacts }) === wrong;
      throw new CommandError(inFile(isInBook ? bookPath : path, wrong));
    }
    return this.#create({ options, plugins, path });
  }
}

/** What the plugin says is wrong with options. */
function wrongOption(options: Options): string | undefined {
  try {
    resolveSettings(options);
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message;
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
  if (typeof contacts !== 'object' || contacts === null || Array.isArray(contacts)) {
    throw new CommandError(`Cannot read address book \`${path}\`: expected an object`);
  }
  return contacts as Contacts;
}
