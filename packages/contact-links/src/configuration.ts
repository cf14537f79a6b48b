import { readFileSync, type Stats, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Options } from 'remark-contact-links';
import type { PluggableList } from 'unified';
import type { Configuration as Engine } from 'unified-engine';
import type { Arguments } from './arguments.js';
import { CommandError, reasonOf } from './command-error.js';
import { configurationNames, packageField, packageName, rcName } from './names.js';

/** The extensions of modules, which Node.js reads once. */
const scripts: ReadonlySet<string> = new Set(['.cjs', '.mjs', '.js']);
/** The extensions of files that are not JSON; all other files are. */
const otherFormats: ReadonlySet<string> = new Set([...scripts, '.yaml', '.yml']);

/** What a configuration file says. */
export interface Configuration {
  filePath: string;
  /** Options of the plugin. */
  options: Options;
  plugins: PluggableList;
  /** Levels of rules about plain links. Default: each rule has its own. */
  rules?: unknown;
  /** Components of JSX whose `href` is a link. Default: none. */
  components?: unknown;
}

/** Split a configuration into the options of the plugin and those of the tool. */
export function splitOptions({
  $schema: _,
  components,
  rules,
  ...options
}: Record<string, unknown>): Omit<Configuration, 'filePath' | 'plugins'> {
  return { options: options as Options, components, rules };
}

/** A configuration file that only unified-engine can read. */
interface Unread {
  place: string;
}

type Answer = Configuration | Unread | undefined;

declare module 'unified' {
  interface Settings {
    /** Where unified-engine merges the options of the plugin from all their sources. */
    contactLinks?: Options;
  }
}

/**
 * Finds configuration files by the rules of unified-engine. Loading unified-engine takes longer
 * than most runs of the tool, so it is used only where a file names plugins, is not JSON, or
 * cannot be read.
 *
 * @see https://github.com/unifiedjs/unified-engine/blob/main/lib/configuration.js
 */
export class ConfigurationFinder {
  readonly #cwd: string;
  readonly #detect: boolean;
  readonly #given: string | undefined;
  readonly #isAgain: boolean;
  /** Configurations from modules that were read again, by their paths. */
  readonly #again = new Map<string, Promise<Configuration | undefined>>();
  readonly #answers = new Map<string, Answer>();
  #engine: Promise<(path: string) => Promise<Configuration | undefined>> | undefined;

  /**
   * @param isAgain
   *   Whether modules may have been read before, and may have changed since.
   */
  constructor(
    { detectConfig, rcPath }: Pick<Arguments, 'detectConfig' | 'rcPath'>,
    cwd: string,
    isAgain = false,
  ) {
    this.#isAgain = isAgain;
    this.#cwd = cwd;
    this.#detect = detectConfig;
    this.#given = rcPath;
  }

  /**
   * Find the configuration of a file.
   *
   * @throws {CommandError}
   *   When its configuration file cannot be read.
   */
  async find(path: string): Promise<Configuration | undefined> {
    const answer = this.#answer(path);
    if (!answer || 'options' in answer) return answer;
    const { place } = answer;
    if (this.#isAgain && scripts.has(extname(place))) {
      const again = this.#again.get(place) ?? readAgain(place);
      this.#again.set(place, again);
      return again;
    }
    this.#engine ??= loadEngine(this.#cwd, this.#detect, this.#given);
    const load = await this.#engine;
    return load(path);
  }

  #answer(path: string): Answer {
    if (this.#given !== undefined) {
      const place = resolve(this.#cwd, this.#given);
      return this.#once(place, () => (isThere(place) ? read(place) : { place }));
    }
    return this.#detect ? this.#nearest(dirname(resolve(this.#cwd, path))) : undefined;
  }

  #nearest(folder: string): Answer {
    return this.#once(folder, () => {
      for (const name of configurationNames) {
        const place = join(folder, name);
        const answer = isThere(place) ? read(place) : undefined;
        if (answer) return answer;
      }
      const above = dirname(folder);
      return above === folder ? undefined : this.#nearest(above);
    });
  }

  #once(key: string, find: () => Answer): Answer {
    if (!this.#answers.has(key)) this.#answers.set(key, find());
    return this.#answers.get(key);
  }
}

/**
 * Whether there is a file. One that cannot be looked at counts: reading it tells why.
 *
 * @throws {CommandError}
 *   When it is a pipe, a socket or a device: reading that may never end.
 */
function isThere(place: string): boolean {
  let stats: Stats | undefined;
  try {
    stats = statSync(place, { throwIfNoEntry: false });
  } catch {
    return true;
  }
  if (stats && !stats.isFile() && !stats.isDirectory()) {
    throw new CommandError(`Cannot read configuration \`${place}\`: it is not a file`);
  }
  return stats !== undefined;
}

function read(filePath: string): Answer {
  const unread = { place: filePath };
  if (otherFormats.has(extname(filePath))) return unread;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(filePath, 'utf8'));
  } catch {
    return unread;
  }
  if (!isObject(value)) return unread;
  const found = basename(filePath) === packageName ? value[packageField] : value;
  if (found === undefined) return undefined;
  if (!isObject(found)) return unread;
  const { plugins = null, ...options } = found;
  return plugins === null
    ? { ...splitOptions(options), filePath, plugins: [] }
    : unread;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Finds the configuration of a file. */
type Load = (path: string) => Promise<Configuration | undefined>;

/** Make a function that finds the configuration of a file with unified-engine. */
async function loadEngine(
  cwd: string,
  detectConfig: boolean,
  rcPath: string | undefined,
): Promise<Load> {
  return createEngine({ cwd, detectConfig, rcName, rcPath, packageField });
}

/** Read a module that Node.js may have read before. */
async function readAgain(filePath: string): Promise<Configuration | undefined> {
  // Node.js keeps CommonJS modules by their path, others by their URL.
  delete createRequire(filePath).cache[filePath];
  const { href } = pathToFileURL(filePath);
  const { default: defaultConfig } = await import(
    `${href}?changed=${statSync(filePath).mtimeMs}`
  ).catch((error) => {
    throw new CommandError(`Cannot read configuration: ${reasonOf(error)}`);
  });
  const cwd = dirname(filePath);
  const load = await createEngine({
    cwd,
    defaultConfig: transform(defaultConfig),
    detectConfig: false,
  });
  return load(filePath);
}

function transform({ plugins, ...contactLinks }: Record<string, unknown>) {
  return { plugins, settings: { contactLinks } } as EngineOptions['defaultConfig'] & {};
}

type EngineOptions = ConstructorParameters<typeof Engine>[0];

/** Make a function that finds configuration by options of unified-engine. */
async function createEngine(options: EngineOptions): Promise<Load> {
  const { Configuration } = await import('unified-engine');
  const configuration = new Configuration({
    ...options,
    pluginPrefix: 'remark',
    configTransform: transform,
    plugins: [],
    settings: {},
  });
  const load = promisify(configuration.load.bind(configuration)) as (
    path: string,
  ) => ReturnType<Engine['create']>;
  return async (path) => {
    const found = await load(path).catch((error) => {
      throw new CommandError(reasonOf(error));
    });
    if (!found || (found.filePath === undefined && !options.defaultConfig))
      return undefined;
    const { filePath = path, plugins, settings } = found;
    const said = (settings.contactLinks ?? {}) as Record<string, unknown>;
    return { ...splitOptions(said), filePath, plugins: plugins as PluggableList };
  };
}
