import type { ActionName, ParameterName, ServiceName } from './names.js';

/** What a contact link says, as the author wrote it: rides on `link.data.contact`. */
export interface Contact {
  /** Name of the service, lower case: `skype`. */
  service: ServiceName;
  /** The other name of the service that the author wrote: `email`. Default: its own name. */
  otherName?: string;
  /** Name of the action, lower case; `null` where the author named none. */
  action: ActionName | null;
  /** Whom it reaches, one or more, as the author wrote them. */
  targets: Array<string>;
  /**
   * The whole head, where the author pasted a link in place of targets:
   * `zoom:https://zoom.us/j/1234567890`. Default: no link was pasted.
   */
  pasted?: string;
  /** Parameters by name, unescaped; empty where there are none. */
  parameters: { [Name in ParameterName]?: string };
}
