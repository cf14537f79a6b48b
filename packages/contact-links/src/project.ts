import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Options } from 'remark-contact-links';
import { resolveSettings } from 'remark-contact-links/core';
import type { PluggableList } from 'unified';
import { addContacts, type Contacts, isTable } from './add-contacts.js';
import type { Arguments } from './arguments.js';
import { hostPattern } from './candidate.js';
import { CommandError, inFile, reasonOf } from './command-error.js';
import {
  type Configuration,
  ConfigurationFinder,
  splitOptions,
} from './configuration.js';
import type { PlainOptions } from './plain-links/check-plain-links.js';
import { checkComponents, checkRules } from './plain-links/rules.js';
import { readBytes } from './read-bytes.js';

/** The configuration of a site, from a configuration file and the command line. */
export interface Project {
  /** Options of the plugin. */
  options: Options;
  /** Plugins whose syntax the files use. */
  plugins: PluggableList;
  /** Options for links that are not shorthands. Default: none. */
  plain?: PlainOptions | undefined;
  /** Path of the configuration file. Default: there is none. */
  path?: string | undefined;
  /** Pattern of the hosts that the site has set for services. Default: it has set none. */
  hosts?: RegExp | undefined;
}

/** The arguments that decide on the configuration. */
type ProjectArguments = Pick<
  Arguments,
  'components' | 'contacts' | 'detectConfig' | 'initContacts' | 'rcPath'
>;

/**
 * Finds the project of a file. Files with the same configuration file have the same project.
 */
export class Projects {
  readonly #configurations: ConfigurationFinder;
  /** Projects by the path of the configuration file. */
  readonly #projects = new Map<string | undefined, Project>();
  readonly #components: ReadonlyArray<string>;
  readonly #cwd: string;
  /** The address book of `--contacts`, and its path. */
  readonly #book: { contacts: Contacts; path: string } | undefined;

  /**
   * @param isAgain
   *   Whether configuration may have been read before, and may have changed since.
   */
  constructor(args: ProjectArguments, cwd: string, isAgain = false) {
    const { components, contacts, initContacts } = args;
    this.#components = components;
    this.#cwd = cwd;
    const isThere =
      contacts !== undefined && (!initContacts || existsSync(resolve(cwd, contacts)));
    this.#book = isThere
      ? { contacts: readContacts(contacts, cwd), path: contacts }
      : undefined;
    this.#configurations = new ConfigurationFinder(args, cwd, isAgain);
  }

  /**
   * Get the project of a file.
   *
   * @throws {CommandError}
   *   When its configuration file cannot be read, or has a wrong option.
   */
  async of(path: string): Promise<Project> {
    const configuration = await this.#configurations.find(path);
    const key = configuration?.filePath;
    const project = this.#projects.get(key) ?? this.#createProject(configuration);
    this.#projects.set(key, project);
    return project;
  }

  /**
   * Get the project of files whose configuration is given rather than found.
   *
   * @throws {CommandError}
   *   When an option is wrong.
   */
  given(options: Record<string, unknown>): Project {
    return this.#createProject(splitOptions(options));
  }

  #createProject(configuration: Partial<Configuration> | undefined): Project {
    const { filePath, options = {}, plugins = [] } = configuration ?? {};
    const path = filePath && relative(this.#cwd, filePath);
    const { hosts, ...plain } = withOptionsOf(path, () => {
      const settings = resolveSettings(options);
      const components = checkComponents(configuration?.components);
      return {
        hosts: options.services ? hostPattern(settings) : undefined,
        components: [...components, ...this.#components],
        rules: checkRules(configuration?.rules),
      };
    });
    if (!this.#book) return { options, plain, plugins, path, hosts };
    const contacts = addContacts(options.contacts ?? {}, this.#book.contacts);
    const all = { ...options, contacts };
    withOptionsOf(this.#book.path, () => resolveSettings(all));
    return { options: all, plain, plugins, path, hosts };
  }
}

/** Whether a project wants links to services that have closed to be reported. */
export function tellsClosed({ options, plain }: Project): boolean {
  return options.retired !== 'ignore' && plain?.rules?.['retired-service'] !== 'off';
}

/** Make a function that creates a tool for the files of a project only once. */
export function oncePerProject<Tool>(
  create: (project: Project) => Tool,
): (project: Project) => Tool {
  const tools = new WeakMap<Project, Tool>();
  return (project) => {
    const tool = tools.get(project) ?? create(project);
    tools.set(project, tool);
    return tool;
  };
}

/**
 * Make something from options, and turn the error for wrong options into one to show.
 *
 * @param path
 *   The file that has the options.
 * @throws {CommandError}
 *   When an option is wrong.
 */
export function withOptionsOf<Result>(
  path: string | undefined,
  make: () => Result,
): Result {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new CommandError(inFile(path, 'Options are nested too deeply'));
    }
    if (!(error instanceof TypeError)) throw error;
    throw new CommandError(inFile(path, error.message));
  }
}

/**
 * Read an address book.
 *
 * @throws {CommandError}
 *   When it cannot be read, or is not an object.
 */
export function readContacts(path: string, cwd: string): Contacts {
  let contacts: unknown;
  try {
    const text = String(readBytes(resolve(cwd, path)));
    contacts = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandError(`Cannot read address book \`${path}\`: ${reasonOf(error)}`);
  }
  if (!isTable(contacts)) {
    throw new CommandError(`Cannot read address book \`${path}\`: expected an object`);
  }
  return contacts as Contacts;
}
