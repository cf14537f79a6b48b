import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Options } from 'remark-contact-links';
import type { PluggableList } from 'unified';
import type { Configuration as Engine } from 'unified-engine';
import type { Arguments } from './arguments.js';
import { CommandError, reasonOf } from './command-error.js';
import { configurationNames, packageField, packageName, rcName } from './names.js';

/** The extensions of those that are not JSON; all other files are. */
const otherFormats = new Set(['.cjs', '.mjs', '.js', '.yaml', '.yml']);

/** What a configuration file says. */
export interface Configuration {
  filePath: string;
  /** Options of the plugin. */
  options: Options;
  plugins: PluggableList;
}

/** Nothing, or that only unified-engine can read what is there. */
type Answer = Configuration | 'engine' | undefined;

declare module 'unified' {
  interface Settings {
    /** Where unified-engine merges the options of the plugin from all their sources. */
    contactLinks?: Options;
  }
}

/**
 * Finds configuration files by the rules of unified-engine. To load that takes longer than
 * most runs of the tool, so it is asked only where it has something to do: where a file names
 * plugins, is not JSON, or cannot be read.
 *
 * @see https://github.com/unifiedjs/unified-engine/blob/main/lib/configuration.js
 */
export class ConfigurationFinder {
  readonly #cwd: string;
  readonly #detect: boolean;
  readonly #given: string | undefined;
  readonly #answers = new Map<string, Answer>();
  #engine: Promise<(path: string) => Promise<Configuration | undefined>> | undefined;

  constructor(
    { detectConfig, rcPath }: Pick<Arguments, 'detectConfig' | 'rcPath'>,
    cwd: string,
  ) {
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
    if (answer !== 'engine') return answer;
    this.#engine ??= loadEngine(this.#cwd, this.#detect, this.#given);
    const load = await this.#engine;
    return load(path);
  }

  #answer(path: string): Answer {
    if (this.#given !== undefined) {
      const place = resolve(this.#cwd, this.#given);
      return this.#once(place, () => read(place));
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

/** Whether there is something; what cannot be looked at is, and reading it tells why. */
function isThere(place: string): boolean {
  try {
    return statSync(place, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

function read(filePath: string): Answer {
  if (otherFormats.has(extname(filePath))) return 'engine';
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(filePath, 'utf8'));
  } catch {
    return 'engine';
  }
  if (!isObject(value)) return 'engine';
  const found = basename(filePath) === packageName ? value[packageField] : value;
  if (found === undefined) return undefined;
  if (!isObject(found)) return 'engine';
  const { plugins = null, ...options } = found;
  return plugins === null ? { filePath, options, plugins: [] } : 'engine';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Make what has unified-engine find the configuration of a file. */
async function loadEngine(
  cwd: string,
  detectConfig: boolean,
  rcPath: string | undefined,
): Promise<(path: string) => Promise<Configuration | undefined>> {
  const { Configuration } = await import('unified-engine');
  const configuration = new Configuration({
    cwd,
    detectConfig,
    rcName,
    rcPath,
    packageField,
    pluginPrefix: 'remark',
    configTransform: ({ plugins, ...contactLinks }) => ({
      plugins,
      settings: { contactLinks },
    }),
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
    if (found?.filePath === undefined) return undefined;
    const { filePath, plugins, settings } = found;
    return {
      filePath,
      options: settings.contactLinks ?? {},
      plugins: plugins as PluggableList,
    };
  };
}
