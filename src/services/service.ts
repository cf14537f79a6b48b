/**
 * What one service is: a URI scheme, its actions, and the words for them.
 *
 * A service knows its own URIs and nothing else: no Markdown, no tree, no options.
 */
export interface Service {
  /** Name in a shorthand, lower case: `skype` in `[[skype:echo123]]`. */
  readonly name: string;
  /** Name for people: `Skype`. */
  readonly title: string;
  /** A target that the service accepts, for messages that show how to write one. */
  readonly example: string;
  /** That the service has closed, and what replaced it. Default: it is open. */
  readonly retired?: string;
  /** Whether its own addresses start with `@`, as names of contacts do. Default: `false`. */
  readonly hasAtAddresses?: boolean;
  /** Schemes of its URIs, lower case, without the colon. */
  readonly schemes: ReadonlyArray<string>;
  /** What a shorthand that names no action links to. Default: an action is required. */
  readonly bare?: Action;
  /** The actions by their name in a shorthand, lower case. */
  readonly actions: Readonly<Record<string, Action>>;
  /**
   * Reads a URI of the service, in any form that is in use. Default: its URIs are not read.
   *
   * @returns
   *   Nothing for a URI of another scheme.
   */
  readonly readUri?: (uri: string) => UriReading | undefined;
  /** Actions that exist on the service but that no link can express, and why. */
  readonly withoutLink?: { readonly verbs: RegExp; readonly reason: string };
}

/** What a URI asks for, in the words of a shorthand; not yet held against what is allowed. */
export interface UriReading {
  action: string | null;
  /** None where the URI names nobody. */
  targets: Array<string>;
  parameters: Record<string, string>;
}

/** One thing that a link of a service can do. */
export interface Action {
  /** A target that it accepts, for messages. Default: that of the service. */
  readonly example?: string;
  /** Checks one target and gives its address. */
  readonly address: (target: string) => Address | Refusal;
  /** Most targets that a link can carry. Default: no limit. */
  readonly most?: number;
  /** Most targets that the service serves well; more is worth a warning. */
  readonly advised?: number;
  /** The parameters by their name in a shorthand. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Says what does not go together. Default: everything does. */
  readonly conflict?: (
    addresses: ReadonlyArray<string>,
    parameters: Readonly<Record<string, string>>,
  ) => Conflict | undefined;
  /** The default label. Default: the targets alone. */
  readonly label?: Label;
  /**
   * Writes the URI, strictly percent-encoded.
   *
   * @param addresses
   *   What `address` gave, in the author's order; one or more.
   * @param parameters
   *   The author's values by parameter; only known ones, all well-formed.
   */
  readonly href: (
    addresses: ReadonlyArray<string>,
    parameters: Readonly<Record<string, string>>,
  ) => string;
}

/** A parameter of an action. */
export interface Parameter {
  /** With fewer targets the parameter has no effect. Default: `1`. */
  readonly fewestTargets?: number;
  /** Whether a shorthand needs it. Default: `false`. */
  readonly required?: boolean;
  /** Says what form a value has that is not of that form. Default: any will do. */
  readonly check?: (value: string) => string | undefined;
}

/** A target and a parameter that do not go together, and which of them is wrong. */
export interface Conflict {
  readonly of: 'invalid-target' | 'invalid-parameter';
  readonly reason: string;
}

/** A default label, with `{targets}` and `{service}` as placeholders. */
export interface Label {
  readonly one: string;
  /** Default: the same as for one. */
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
  /** What to write in place of it, when that can be told. */
  readonly instead?: string;
}

/** The services that there are before the options are read. */
export interface Registry {
  readonly services: ReadonlyArray<Service>;
  /** Those of them that can be configured, by their name. */
  readonly configurable: Readonly<Record<string, Configurable>>;
}

/** The one setting that a service has, and what makes the service of it. */
export interface Configurable {
  readonly setting: string;
  readonly pattern: RegExp;
  /** What the setting has to be, in words. */
  readonly form: string;
  readonly make: (value: string) => Service;
}
