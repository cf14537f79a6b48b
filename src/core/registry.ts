import type { Service, UriReader } from '../services/service.js';
import type { Path } from './options/checks.js';
import type { Redirecting, Settings } from './settings.js';

/** What an entry of the package comes with, before options are read. */
export interface Registry extends Pick<Settings, 'suggester'> {
  /** Services by their name, which is their `name` too. */
  readonly services: Readonly<Record<string, Service>>;
  /** What reads the URIs of services. */
  readonly readers: ReadonlyArray<UriReader>;
  /** Makes a service of a definition in option `services`. Default: there are none. */
  readonly defineService?: (name: string, value: unknown, path: Path) => Service;
  /**
   * Makes the function that finds near misses; `null` where there is no text to search.
   * Default: none are found, and a site cannot ask for them.
   */
  readonly createNearMissFinder?:
    | ((settings: Settings) => NonNullable<Settings['findNearMisses']>)
    | null;
  /** Makes what option `redirect` asks for. Default: a site cannot set that option. */
  readonly createRedirecting?: (
    given: ReadonlyArray<readonly [key: string, value: unknown]>,
    settings: Settings,
  ) => Redirecting;
}
