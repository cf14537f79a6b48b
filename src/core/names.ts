import type { Label } from '../services/service.js';

/** Any text, without hiding the known ones from the completion of an editor. */
type Other = string & {};

/** The services that come with the package, and their actions. */
export interface Actions {
  skype: 'call' | 'video' | 'chat' | 'voicemail' | 'add' | 'userinfo' | 'sendfile';
  sfb: 'call' | 'video' | 'chat';
  teams: 'call' | 'video' | 'chat' | 'meet';
  tel: 'call';
  sms: 'text';
  mailto: 'email';
  sip: 'call';
  sips: 'call';
  xmpp: 'chat' | 'join' | 'add';
  matrix: 'chat' | 'join';
  facetime: 'call' | 'video';
  whatsapp: 'chat';
  telegram: 'chat';
  signal: 'chat';
  messenger: 'chat';
  zoom: 'join';
  meet: 'join';
  jitsi: 'join';
}

/** The parameters of their actions. */
export interface Parameters {
  skype: 'topic';
  sfb: never;
  teams:
    | ('source' | 'topic' | 'message' | 'tenant')
    | ('subject' | 'start' | 'end' | 'content');
  tel: 'ext' | 'phone-context';
  sms: 'body';
  mailto: 'subject' | 'cc' | 'bcc' | 'body';
  sip: 'transport';
  sips: 'transport';
  xmpp: 'subject' | 'body' | 'password' | 'name';
  matrix: 'via';
  facetime: never;
  whatsapp: 'text';
  telegram: 'text';
  signal: never;
  messenger: 'ref' | 'text';
  zoom: 'pwd';
  meet: never;
  jitsi: never;
}

/** Name of a service: one that comes with the package, or one of the site's own. */
export type ServiceName = keyof Actions | Other;

/** Name of an action. */
export type ActionName = Actions[keyof Actions] | Other;

/** Name of a parameter. */
export type ParameterName = Parameters[keyof Parameters] | Other;

/** Values by service. */
export type ByService<Value> = { [Name in ServiceName]?: Value | null | undefined };

/** Default labels by service and action: one phrase, or one for one and for several. */
export type Labels = {
  [Name in keyof Actions]?:
    | { [Action in Actions[Name]]?: string | Label | null | undefined }
    | null
    | undefined;
} & { [Name in Other]?: Record<string, string | Label> | null | undefined };

/** A service, or one of its actions: `skype`, `skype:call`. */
export type Scope = {
  [Name in keyof Actions]: Name | `${Name}:${Actions[Name]}`;
}[keyof Actions];

/** Services and actions that take the place of others; `skype:` is one without an action. */
export type Redirects = {
  [From in Scope | `${keyof Actions}:` | Other]?: Scope | Other | null | undefined;
};

/** Attributes of an anchor, by name. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Attributes for all links (`*`), those of a service, or those of one of its actions. */
export type AttributesByScope = {
  [Links in '*' | Scope | Other]?: Attributes | null | undefined;
};
