import type {
  AttributesByScope,
  ContactEntry,
  Labels,
  Redirects,
  Services,
} from '../names.js';
import { readersByStart } from '../redirect/read-uri.js';
import type { Registry } from '../registry.js';
import type { Redirecting, Settings } from '../settings.js';
import { attributesByScope } from './attributes.js';
import {
  choose,
  entries,
  fields,
  OptionError,
  text,
  withoutSchema,
  wrong,
} from './checks.js';
import { contact } from './contacts.js';
import { withLabels } from './labels.js';
import { registered, uniqueKeys } from './scopes.js';
import { byAllNames, isDefinition, setServices } from './services.js';

/**
 * Configuration. All of it can be written as JSON.
 *
 * @template Own
 *   Names of the services that the site defines itself, as in `Options<'crm'>`. Default: none.
 */
export interface Options<Own extends string = never> {
  /** The JSON Schema of the options, for editors. It is not read; `contacts` can have one too. */
  $schema?: string | null | undefined;
  /**
   * What happens to a shorthand that cannot become a link. Its text stays in the page in
   * any case.
   *
   * - `'warn'`: a warning, at the place of the shorthand;
   * - `'error'`: an error there, and the build stops;
   * - `'ignore'`: nothing is reported.
   *
   * @default 'warn'
   */
  invalid?: 'warn' | 'error' | 'ignore' | null | undefined;
  /**
   * Whether a file that links to a service which has closed, as Skype has, gets a message
   * of level info.
   *
   * @default 'info'
   */
  retired?: 'info' | 'ignore' | null | undefined;
  /**
   * Whether text that is nearly a shorthand, as `[[skpye:call bob]]` is, gets a warning. It
   * stays text in any case.
   *
   * @default 'warn'
   */
  nearMisses?: 'warn' | 'ignore' | null | undefined;
  /**
   * Services by name: `false` turns one off, an object configures one
   * (`{matrix: {scheme: 'matrix'}}`, `{jitsi: {host: 'meet.example.org'}}`) or defines one
   * of your own.
   */
  services?: Services<Own> | null | undefined;
  /** Address book: `[[teams:chat @support]]` takes the address from `contacts.support.teams`. */
  contacts?: Record<string, ContactEntry<Own>> | null | undefined;
  /**
   * Default labels by service and action, with `{targets}` and `{service}`; one phrase, or
   * one for a single address and one for several.
   */
  labels?: Labels<Own> | null | undefined;
  /**
   * Language in which several names are joined, as a BCP 47 tag.
   *
   * @default 'en'
   */
  locale?: string | null | undefined;
  /**
   * Attributes of the anchors: under `'*'` for all, under `'*:app'` for those that open an app
   * (whose URL is not `http` or `https`), under `'skype'` for a service, under `'skype:call'`
   * for an action. The more specific one wins, and classes add up.
   */
  attributes?: AttributesByScope<Own> | null | undefined;
  /**
   * Services that replace others: with `{skype: 'teams'}` a Skype link whose people all have
   * an address for Teams in `contacts` becomes the Teams link with the same action.
   * `'skype:voicemail'` is one action, `'skype:'` are links without one, and `'teams:chat'`
   * says which action they become. Links that cannot follow stay, with a message. `hosts`
   * names hosts that have moved, of services that run on several:
   * `{hosts: {'irc.freenode.net': 'irc.libera.chat'}}`. `links` puts contact links in the
   * place of single URLs: `{links: {'https://gitter.im/org/room': 'matrix:#room:example.org'}}`.
   */
  redirect?: Redirects<Own> | null | undefined;
}

/**
 * Check options and fill in defaults.
 *
 * @throws {TypeError}
 *   On an unknown key or a wrong value; the message names the path, what was given and
 *   what is expected.
 */
export function resolveOptions(
  options: Readonly<Options<string>> | null | undefined,
  registry: Registry,
): Settings {
  const given = fields([], withoutSchema([], options), [
    ...['invalid', 'retired', 'nearMisses', 'services', 'contacts', 'labels', 'locale'],
    ...['attributes', 'redirect'],
  ]);
  const givenServices = entries(['services'], given.services);
  const services = setServices(givenServices, registry);
  // A service that the site defines in place of another has other links.
  const own = new Set(
    givenServices.flatMap(([name, value]) =>
      isDefinition(value) ? [name.toLowerCase()] : [],
    ),
  );
  const checkLabels = uniqueKeys(['labels']);
  for (const [name, value] of entries(['labels'], given.labels)) {
    const path = ['labels', name];
    const service = registered(services, name, path);
    checkLabels(name, service.name);
    services.set(service.name, withLabels(service, path, value));
  }
  const contacts = Object.fromEntries(
    entries(['contacts'], withoutSchema(['contacts'], given.contacts)).map(
      ([name, value]) => [
        text(
          ['contacts', name],
          name,
          'a name of letters, digits, `.`, `-`, `_`',
          /^[\w.-]+$/,
        ),
        contact(services, ['contacts', name], value),
      ],
    ),
  );
  const settings: Settings = {
    services,
    names: byAllNames(services),
    readers: readersByStart(
      registry.readers.filter(
        ({ service }) => services.has(service) && !own.has(service),
      ),
      services,
    ),
    pastedLinks: registry.readers[0]?.pastedLinks,
    invalid: choose(['invalid'], given.invalid, ['warn', 'error', 'ignore']),
    retired: choose(['retired'], given.retired, ['info', 'ignore']),
    suggester: registry.suggester,
    findNearMisses: undefined,
    contacts,
    locale: locale(given.locale),
    attributes: [
      attributesByScope(entries(['attributes'], given.attributes), services),
    ],
    redirecting: undefined,
  };
  return {
    ...settings,
    findNearMisses: nearMisses(given.nearMisses, registry)?.(settings),
    redirecting: redirecting(entries(['redirect'], given.redirect), registry, settings),
  };
}

function nearMisses(
  given: unknown,
  { createNearMissFinder }: Registry,
): Registry['createNearMissFinder'] {
  const isWanted = choose(['nearMisses'], given, ['warn', 'ignore']) === 'warn';
  if (isWanted && given && createNearMissFinder === undefined) {
    const reason = 'this entry does not look for them; use `remark-contact-links`';
    throw new OptionError(['nearMisses'], reason);
  }
  return isWanted ? createNearMissFinder : undefined;
}

function redirecting(
  given: ReadonlyArray<[string, unknown]>,
  { createRedirecting }: Registry,
  settings: Settings,
): Redirecting | undefined {
  if (given.length === 0) return undefined;
  if (!createRedirecting) {
    const reason = 'this entry does not redirect; use `remark-contact-links`';
    throw new OptionError(['redirect'], reason);
  }
  return createRedirecting(given, settings);
}

function locale(given: unknown): string {
  const tag = text(['locale'], given ?? 'en');
  try {
    return String(new Intl.Locale(tag));
  } catch {
    throw wrong(['locale'], given, 'a BCP 47 language tag, such as `de` or `zh-Hans`');
  }
}
