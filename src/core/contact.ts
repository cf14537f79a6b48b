/** What a contact link says, as the author wrote it: rides on `link.data.contact`. */
export interface Contact {
  /** Name of the service, lower case: `skype`. */
  service: string;
  /** Name of the action, lower case; `null` where the author named none. */
  action: string | null;
  /** Whom it reaches, one or more, as the author wrote them. */
  targets: Array<string>;
  /** Parameters by name, unescaped; empty where there are none. */
  parameters: Record<string, string>;
}
