import type { PastedLinks } from '../core/resolve/read-pasted.js';

/**
 * What one service is: a URI scheme, its actions, and the words for them.
 *
 * A service knows its own URIs and nothing else: no Markdown, no tree, no options.
 */
export interface Service {
  /** Name in a shorthand, lower case: `skype` in `[[skype:echo123]]`. */
  readonly name: string;
  /** What authors may write in place of the name, lower case. Default: nothing else. */
  readonly otherNames?: ReadonlyArray<string>;
  /** Name for people: `Skype`. */
  readonly title: string;
  /** A target that the service accepts, for messages that show how to write one. */
  readonly example: string;
  /** A sentence about its end, and what replaced it. Default: the service is open. */
  readonly retired?: string;
  /** Whether its own addresses start with `@`, as names of contacts do. Default: `false`. */
  readonly hasAtAddresses?: boolean;
  /** Kind of its addresses, where other services have the same: `irc`. Default: its own. */
  readonly addresses?: string;
  /** Host of its links, lower case, where a site can set it. Default: a site cannot. */
  readonly host?: string;
  /** Schemes of its URIs, lower case, without the colon. */
  readonly schemes: ReadonlyArray<string>;
  /** What a shorthand that names no action links to. Default: an action is required. */
  readonly bare?: Action;
  /** The actions by their name in a shorthand, lower case. */
  readonly actions: Readonly<Record<string, Action>>;
  /** Actions that exist on the service but that no link can express, and why. */
  readonly withoutLink?: { readonly verbs: RegExp; readonly reason: string };
  /** What a site can set in option `services`, by name. Default: nothing. */
  readonly settings?: Readonly<Record<string, Setting>>;
  /**
   * Makes the service as a site has set it.
   *
   * @param values
   *   Values of `settings` by name, already checked; those that are not given are missing.
   */
  readonly configure?: (values: Readonly<Record<string, string>>) => Service;
}

/** Something about a service that a site can set, such as its host. */
export interface Setting {
  /** The possible values. Default: those that `matches` takes. */
  readonly values?: ReadonlyArray<string>;
  /** Whether a value is right. Default: it is one of `values`. */
  readonly matches?: (value: string) => boolean;
  /** What the value has to be, in words. */
  readonly form: string;
}

/**
 * One thing that a link of a service can do.
 *
 * @template ParameterName
 *   Names of its parameters.
 */
export interface Action<ParameterName extends string = string> {
  /** A target that it accepts, for messages. Default: the example of the service. */
  readonly example?: string;
  /** Parameters that its example needs: `team=T0123ABCD`. Default: none. */
  readonly exampleParameters?: string;
  /** What a target is called in messages. Default: `person`. */
  readonly noun?: string;
  /** Checks one target and gives its address. */
  readonly address: (target: string) => Address | Refusal;
  /**
   * Pattern of targets that are read as they are, `;` and spaces included; it is sticky.
   * Default: a target ends at `;`.
   */
  readonly wholeTarget?: RegExp;
  /** Most targets that a link can carry. Default: no limit. */
  readonly most?: number;
  /** Most targets that the service serves well; more get a warning. Default: no limit. */
  readonly advised?: number;
  /** The parameters by their name in a shorthand. */
  readonly parameters: Readonly<Record<ParameterName, Parameter>>;
  /** Says which parts of a link do not go together. Default: all do. */
  readonly conflict?: (
    addresses: Addresses,
    parameters: Readonly<Record<string, string>>,
  ) => Conflict | undefined;
  /** The default label. Default: the targets alone. */
  readonly label?: Label;
  /**
   * Writes the URI, strictly percent-encoded.
   *
   * @param addresses
   *   What `address` gave.
   * @param parameters
   *   The author's values by parameter; only known ones, all well-formed.
   */
  readonly href: (
    addresses: Addresses,
    parameters: Readonly<Record<string, string>>,
  ) => string;
}

/** What an action has checked of its targets, in the author's order: one or more. */
export type Addresses = readonly [string, ...Array<string>];

/** A parameter of an action. */
export interface Parameter {
  /** With fewer targets the parameter has no effect. Default: `1`. */
  readonly fewestTargets?: number;
  /** Whether a shorthand needs it. Default: `false`. */
  readonly required?: boolean;
  /** What authors write by mistake in place of its name, lower case. Default: nothing known. */
  readonly otherNames?: ReadonlyArray<string>;
  /** Whether it holds what somebody says: a message, or its subject. Default: `false`. */
  readonly isText?: boolean;
  /** Whether messages must not repeat its value. Default: `false`. */
  readonly secret?: boolean;
  /** The possible values, lower case, where `check` takes no others. Default: no list. */
  readonly values?: ReadonlyArray<string>;
  /** Says what form a wrong value should have; nothing for a right one. Default: any is right. */
  readonly check?: (value: string) => string | undefined;
}

/** A target and a parameter that do not go together, and which of them is wrong. */
export interface Conflict {
  readonly of: 'invalid-target' | 'invalid-parameter';
  /** Name of the parameter that is wrong. Default: the targets are. */
  readonly parameter?: string;
  readonly reason: string;
}

/** A default label, with `{targets}` and `{service}` as placeholders. */
export interface Label {
  /** The phrase for one target. */
  readonly one: string;
  /** The phrase for several targets. Default: `one`. */
  readonly several?: string;
}

/** A target that the service can address. */
export interface Address {
  /** The target in the service's own form, not yet encoded. */
  readonly address: string;
}

/** A target that the service cannot address. */
export interface Refusal {
  /** What is wrong, as a sentence for the author. */
  readonly reason: string;
  /** What to write in place of it, where that is known. */
  readonly instead?: string;
}

/**
 * Reads the URIs of a service, in all forms that are in use. Apart from the service, so that an
 * entry which never reads a URI does not load it.
 */
export interface UriReader {
  /** Name of the service. */
  readonly service: string;
  /** Schemes of the URIs that it may read, lower case, without the colon. */
  readonly schemes: ReadonlyArray<string>;
  /**
   * Hosts of the web addresses that it may read, lower case, in addition to the one that a
   * site sets; `*.` is any one label. Default: none.
   */
  readonly hosts?: ReadonlyArray<string>;
  /**
   * Pattern of what follows a host of `hosts`, where most of its pages are about something
   * else. Default: whatever follows.
   */
  readonly after?: string;
  /** Reads such URIs in place of the targets of a shorthand. */
  readonly pastedLinks: PastedLinks;
  /**
   * Reads a URI that has one of these schemes or hosts.
   *
   * @param service
   *   The service, as the site has set it.
   * @returns
   *   What the URI says; nothing where it is not one of the service.
   */
  readonly read: (uri: string, service: Service) => UriReading | undefined;
}

/**
 * What a URI of a service says:
 *
 * - `read`: what a shorthand would say;
 * - `inexpressible`: it is right, but no shorthand can say it;
 * - `wrong`: the service does not take it.
 */
export type UriReading =
  | {
      readonly kind: 'read';
      /** Name of the action; `null` where the URI asks for none. */
      readonly action: string | null;
      readonly targets: ReadonlyArray<string>;
      readonly parameters: Readonly<Record<string, string>>;
      /** Whether the URI has other fields, which were left out. Default: `false`. */
      readonly isPartial?: boolean;
    }
  | {
      readonly kind: 'inexpressible';
      /** What the URI is, for the author: `it is an invitation to a group`. */
      readonly reason: string;
    }
  | {
      readonly kind: 'wrong';
      /** What is wrong, for the author. */
      readonly reason: string;
      /** The URI as it has to be, where that is certain. */
      readonly instead?: string;
    };
