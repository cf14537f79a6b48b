import { own } from '../core/own.js';
import { pastedLinks } from '../core/resolve/read-pasted.js';
import { forbiddenInTarget, forbiddenInValue } from '../services/forbidden.js';
import type {
  Action,
  Parameter,
  Service,
  UriReader,
  UriReading,
} from '../services/service.js';

/** One form of the URIs of a service, and what its parts say. */
export interface UriForm {
  /**
   * Pattern of what comes before the query. Of a web address that is the host, in lower case,
   * and the path without `/` at its end; of another URI it is the scheme, in lower case, and the
   * rest. `HOST` is the host that the site has set. The group of the pattern holds the targets.
   */
  readonly pattern: RegExp;
  /**
   * What the URI is, where no shorthand can say it; `$1` is the group of the pattern. Default: one
   * can.
   */
  readonly says?: string;
  /** What is wrong with each URI of this form. Default: nothing. */
  readonly fault?: string;
  /** The action. Default: none. */
  readonly action?: string;
  /** Pattern of each of several targets, with flag `g`. Default: there is one target. */
  readonly item?: RegExp;
  /** What only a shorthand has before a target: `+`. Default: nothing. */
  readonly before?: string;
  /** What only a URI has in a target. Default: nothing. */
  readonly strip?: RegExp;
  /**
   * What the fields of the query are, by key in lower case: the name of a parameter; or, for a
   * target, what a shorthand has before it, such as `+` or nothing. Default: no field is known.
   */
  readonly fields?: Readonly<Record<string, string>>;
  /** Actions by the fields that ask for them, in lower case: `call`, `video=true`. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What a URI with a field is, by the key of the field, where no shorthand can say it. */
  readonly saysWith?: Readonly<Record<string, string>>;
  /** Whether a URI without a target is wrong. Default: it is right, and asks the reader. */
  readonly needsTarget?: boolean;
  /** Pattern of targets that may be right although no shorthand has them. Default: none. */
  readonly loose?: RegExp;
}

/** A mistake that people make in URIs, or another spelling. */
export interface UriMistake {
  readonly pattern: RegExp;
  /** What is wrong. Default: nothing, it is only another spelling. */
  readonly reason?: string;
  /** What belongs in its place. Default: the URI as the service writes it. */
  readonly instead?: string;
}

/** The URIs of a service. */
export interface UriTable
  extends Pick<UriReader, 'service' | 'schemes' | 'hosts' | 'after'> {
  /** The forms; the first whose pattern matches counts. */
  readonly forms: ReadonlyArray<UriForm>;
  /** Mistakes, in the order in which they are corrected. Default: none are known. */
  readonly mistakes?: ReadonlyArray<UriMistake>;
  /** Pattern of what comes before the fields. Default: everything before the first `?`. */
  readonly path?: RegExp;
  /** Pattern of what separates fields. Default: `&`. */
  readonly between?: RegExp;
  /** Whether `+` is a space in a value. Default: `false`. */
  readonly hasPlus?: boolean;
  /** Pattern of fields, `key` or `key=value`, that do not change where the link leads. */
  readonly ignored?: RegExp;
  /** Pattern of keys whose values nobody should publish. */
  readonly tokens?: RegExp;
  /** Whether the service has to allow what is read. Default: `true`. */
  readonly isChecked?: boolean;
}

/**
 * Make the reader of the URIs of a service.
 *
 * @param table
 *   The forms of its URIs.
 * @returns
 *   Reader for option `readers` of `remark-contact-links/light`.
 */
export function uriReader(table: UriTable): UriReader {
  const { after = '', hosts = [], schemes, service } = table;
  return {
    service,
    schemes,
    hosts,
    after,
    pastedLinks,
    read: (uri, service) => read(uri, service, table),
  };
}

/** Read a URI; where it has mistakes, read what was meant. */
function read(uri: string, service: Service, table: UriTable): UriReading | undefined {
  const written = uri.trim();
  // In `https://zoom.us/j/XXXXXXXXX` somebody is to fill in a number.
  if (/[{}]|<%|X{4}/.test(written)) return inexpressible('a template fills it in');
  let text = written;
  let reason: string | undefined;
  // Whether the text has mistakes that only its service can correct.
  let isBroken = false;
  for (const mistake of table.mistakes ?? []) {
    if (text.search(mistake.pattern) < 0) continue;
    reason ??= mistake.reason;
    if (mistake.instead === undefined) isBroken = true;
    else text = text.replace(mistake.pattern, mistake.instead);
  }
  const result = readForms(text, service, table);
  if (!result || reason === undefined) return result?.reading;
  const { href, reading } = result;
  if (reading.kind === 'wrong') {
    return reading.instead === undefined ? reading : { ...reading, reason };
  }
  const instead = isBroken ? href : text;
  return { kind: 'wrong', reason, ...(instead === undefined ? {} : { instead }) };
}

/** What a URI says, and the URI that its service writes for that, where it writes one. */
interface Result {
  readonly reading: UriReading;
  readonly href?: string;
}

function readForms(
  text: string,
  service: Service,
  { between = /&/, forms, path: start = /^[^?]*/, ...table }: UriTable,
): Result | undefined {
  const [, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(text) ?? [];
  const subject =
    host === undefined
      ? text.replace(/^[^:]*/, (scheme) => scheme.toLowerCase())
      : (host.toLowerCase() === service.host ? 'HOST' : host.toLowerCase()) + rest;
  // Each of these patterns always matches, if only an empty text.
  const [before] = start.exec(subject) as RegExpExecArray;
  const [query = '', ...fragment] = subject.slice(before.length + 1).split('#');
  const path = [
    host === undefined ? before : before.replace(/(?<!\/)\/+$/, ''),
    ...fragment,
  ].join('#');
  for (const form of forms) {
    const match = form.pattern.exec(path);
    if (!match) continue;
    if (form.says !== undefined) {
      return { reading: inexpressible(form.says.replace('$1', String(match[1]))) };
    }
    if (form.fault !== undefined) {
      return { reading: { kind: 'wrong', reason: form.fault } };
    }
    const fields = query.split(between).filter(Boolean);
    const result = readForm(form, match[1] ?? '', fields, table);
    return 'kind' in result
      ? { reading: result }
      : table.isChecked === false
        ? { reading: { kind: 'read', ...result } }
        : hold(result, service, form);
  }
  return host === undefined
    ? { reading: inexpressible('no shorthand has this form') }
    : undefined;
}

/** What is read of a URI, not yet checked by what its service allows. */
type Read = Omit<Extract<UriReading, { kind: 'read' }>, 'kind'>;

function readForm(
  {
    action,
    actions = {},
    before = '',
    fields: keys = {},
    item,
    saysWith = {},
    ...form
  }: UriForm,
  list: string,
  fields: ReadonlyArray<string>,
  { hasPlus, ignored, tokens }: Pick<UriTable, 'hasPlus' | 'ignored' | 'tokens'>,
): Read | UriReading {
  let chosen = action ?? null;
  let isPartial = false;
  const itemsOf = (text: string) => (item ? (text.match(item) ?? []) : [text]);
  // Before it is decoded: an encoded separator belongs to a target.
  const targets = itemsOf(list).map((text) => withPrefix(before, decode(text)));
  const parameters: Record<string, string> = {};
  for (const field of fields) {
    const [key = '', ...rest] = field.split('=');
    const name = decode(key).toLowerCase();
    const value = decode(hasPlus ? rest.join('=').replace(/\+/g, ' ') : rest.join('='));
    const whole = value ? `${name}=${value.toLowerCase()}` : name;
    const meaning = own(keys, name);
    if (tokens?.test(name)) {
      return inexpressible(`\`${name}=…\` is a secret of one person; leave it out`);
    }
    const other = own(saysWith, name);
    if (other !== undefined) return inexpressible(other);
    const asked = own(actions, whole);
    if (asked !== undefined) {
      // The first one counts, but a later field may make a call a video call.
      const isOpen = chosen === (action ?? null) || (value && chosen === 'call');
      if (isOpen) chosen = asked;
    } else if (meaning === undefined) {
      if (!ignored?.test(whole)) {
        return inexpressible(`no shorthand has its \`${name}\``);
      }
      isPartial = true;
    } else if (!/^[a-z]/.test(meaning)) {
      // After it is decoded: whoever encodes a whole value encodes its separators too.
      targets.push(...itemsOf(value).map((text) => withPrefix(meaning, text)));
    } else if (value) {
      const given = own(parameters, meaning);
      if (given !== undefined && meaning !== 'via') {
        return inexpressible(`it has \`${name}\` twice`);
      }
      parameters[meaning] = given === undefined ? value : `${given},${value}`;
    }
  }
  const named = targets
    .map((target) => (form.strip ? target.replace(form.strip, '') : target).trim())
    .filter(Boolean);
  if (named.length > 0) {
    const partial = isPartial ? { isPartial } : {};
    return { action: chosen, targets: named, parameters, ...partial };
  }
  return form.needsTarget
    ? { kind: 'wrong', reason: 'nobody is named' }
    : inexpressible('it names nobody');
}

/** Check what is read by what its service allows. */
function hold(read: Read, service: Service, { loose }: UriForm): Result {
  const { action: name, parameters, targets } = read;
  const action = name === null ? service.bare : service.actions[name];
  const refused = (reason: string) => ({ reading: inexpressible(reason) });
  if (!action || targets.length > (action.most ?? targets.length)) {
    return refused('no shorthand does that with so many addresses');
  }
  const fault = parameterFault(action, read);
  if (fault !== undefined) return refused(fault);
  const addresses: Array<string> = [];
  let wrong: string | undefined;
  for (const target of targets) {
    const { address, reason } = addressOf(action, target);
    if (reason !== undefined && loose?.test(target)) {
      return refused(`no shorthand has such an address: ${reason}`);
    }
    wrong ??= reason;
    if (address === undefined) {
      return { reading: { kind: 'wrong', reason: String(reason) } };
    }
    addresses.push(address);
  }
  // A link that names nobody was refused before.
  const some = addresses as [string];
  const conflict = action.conflict?.(some, parameters);
  if (conflict) {
    const reason = lower(conflict.reason);
    if (conflict.of === 'invalid-parameter') return refused(reason);
    return targets.some((target) => loose?.test(target))
      ? refused('no shorthand has such an address')
      : { reading: { kind: 'wrong', reason } };
  }
  const href = action.href(some, parameters);
  return wrong === undefined
    ? { reading: { kind: 'read', ...read }, href }
    : { reading: { kind: 'wrong', reason: wrong, instead: href }, href };
}

/** Say why a shorthand cannot have the parameters of a link. */
function parameterFault(
  { parameters: known }: Action,
  { parameters, targets }: Read,
): string | undefined {
  for (const [key, value] of Object.entries(parameters)) {
    const parameter = own<Parameter>(known, key);
    const forbidden = forbiddenInValue(value);
    const reason = forbidden
      ? `a value cannot contain ${forbidden}`
      : parameter?.check?.(value);
    if (
      !parameter ||
      reason ||
      !value.trim() ||
      targets.length < (parameter.fewestTargets ?? 1)
    ) {
      return `no shorthand has such a \`${key}\`${reason ? `: ${reason}` : ''}`;
    }
  }
  return undefined;
}

/** Get the address of a target, if need be the one that was meant, and what is wrong with it. */
function addressOf(
  { address }: Action,
  target: string,
): { address?: string; reason?: string } {
  let text = target;
  let reason: string | undefined;
  // Nobody makes more mistakes in one address.
  for (let tries = 0; tries < 4; tries++) {
    const forbidden = forbiddenInTarget(text);
    const result = forbidden
      ? { reason: `an address cannot contain ${forbidden}` }
      : address(text);
    const so = (first = reason) => (first === undefined ? {} : { reason: first });
    if ('address' in result) return { address: result.address, ...so() };
    reason ??= result.reason;
    if (!('instead' in result) || result.instead === undefined) return so();
    text = result.instead;
  }
  return { reason: String(reason) };
}

function inexpressible(reason: string): UriReading {
  return { kind: 'inexpressible', reason };
}

/** One of several addresses, with commas between them; a local part may be in quotes. */
export const addressItem = /(?:"[^"]*"|[^",;])+/g;

/** Put a prefix before a target that lacks it. */
function withPrefix(prefix: string, target: string): string {
  const text = target.trim();
  return text === '' || text.startsWith(prefix) ? text : prefix + text;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Decode one component; `+` is not a space in it. */
function decode(component: string): string {
  try {
    return decodeURIComponent(component);
  } catch {
    // A `%` that encodes nothing is meant as it is.
    return component;
  }
}
