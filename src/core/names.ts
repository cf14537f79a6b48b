import type { CustomService } from '../services/custom.js';
import type { services } from '../services/index.js';
import type { Label, Service } from '../services/service.js';
import type { sharedScopes } from './resolve/attributes.js';

/** Any text, without hiding the known ones from the completion of an editor. */
type Other = string & {};

/** The services that come with the package. */
type BuiltIn = typeof services;

/** Names of the actions of a service. */
type ActionsOf<Of extends Service> = keyof Of['actions'] & string;

/** Names of the parameters of all actions of a service. */
type ParametersOf<Of extends Service> = {
  [Name in keyof Of['actions']]: keyof Of['actions'][Name]['parameters'] & string;
}[keyof Of['actions']];

/** What a site can set about a service. */
type SettingsOf<Of extends Service> = Of extends { settings: infer Settings }
  ? {
      [Name in keyof Settings]?:
        | (Settings[Name] extends { values: ReadonlyArray<infer Value> }
            ? Value
            : string)
        | null
        | undefined;
    }
  : never;

/** The services that come with the package, and their actions. */
export type Actions = { [Name in keyof BuiltIn]: ActionsOf<BuiltIn[Name]> };

/** The parameters of their actions. */
export type Parameters = { [Name in keyof BuiltIn]: ParametersOf<BuiltIn[Name]> };

/** Name of a service that comes with the package. */
export type BuiltInName = keyof BuiltIn;

/** Name of a service: one that comes with the package, or one of the site's own. */
export type ServiceName = BuiltInName | Other;

/** Name of an action. */
export type ActionName = Actions[BuiltInName] | Other;

/** Name of a parameter. */
export type ParameterName = Parameters[BuiltInName] | Other;

/**
 * Services by name: `false` turns one off, an object sets something about one that comes
 * with the package or defines one of the site's own.
 */
export type Services<Own extends string> = {
  [Name in BuiltInName]?:
    | (false | SettingsOf<BuiltIn[Name]> | CustomService)
    | null
    | undefined;
} & { [Name in Own]?: false | CustomService | object | null | undefined };

/** A contact of the address book: addresses by service. */
export type ContactEntry<Own extends string = never> = {
  /** What labels say. Default: the key in the address book. */
  name?: string | null | undefined;
} & { [Name in BuiltInName | Own]?: string | null | undefined };

/** Default labels by service and action: one phrase, or one for one and for several. */
export type Labels<Own extends string = never> = {
  [Name in BuiltInName]?:
    | { [Action in Actions[Name]]?: string | Label | null | undefined }
    | null
    | undefined;
} & { [Name in Own]?: Record<string, string | Label> | null | undefined };

/** A service, or one of its actions: `skype`, `skype:call`. */
export type Scope<Own extends string = never> =
  | { [Name in BuiltInName]: Name | `${Name}:${Actions[Name]}` }[BuiltInName]
  | Own
  | `${Own}:${string}`;

/**
 * Services and actions that take the place of others; `skype:` is one without an action.
 * `hosts` are those that have moved: the new host by the old one; `links` are heads of
 * shorthands by the URLs whose place they take.
 */
export type Redirects<Own extends string = never> = {
  [From in Scope<Own> | `${BuiltInName}:` | 'hosts' | 'links']?:
    | (string extends From
        ? Scope<Own> | Replacements
        : From extends 'hosts' | 'links'
          ? Replacements
          : Scope<Own>)
    | null
    | undefined;
};

/** What takes the place of something, by what it takes the place of. */
type Replacements = Readonly<Record<string, string | null | undefined>>;

/** Links to more than one service. */
type SharedScope = (typeof sharedScopes)[number];

/** Attributes that do nothing by themselves. */
type InertAttribute =
  | ('class' | 'id' | 'rel' | 'title' | 'target' | 'lang' | 'dir' | 'hreflang')
  | ('type' | 'role' | 'tabindex' | 'translate' | 'referrerpolicy')
  | `data-${string}`
  | `aria-${string}`;

/** Attributes of an anchor, by name; `true` is one without a value, `false` none. */
export type Attributes = {
  readonly [Name in InertAttribute]?: string | number | boolean | null | undefined;
};

/**
 * Attributes for all links (`*`), for those that open an app (`*:app`), those of a service, or
 * those of one of its actions.
 */
export type AttributesByScope<Own extends string = never> = {
  [Links in SharedScope | Scope<Own>]?: Attributes | null | undefined;
};
