import { PrivateAddressError } from './addresses.js';
import { BodyLimitError, type Response, TimeLimitError } from './request.js';

/** What is known of a link. */
export type Verdict =
  /** The link works; `ends` says until when. */
  | { kind: 'alive'; ends?: string }
  /** The server says that the link has expired, or never existed. */
  | { kind: 'expired'; status: number }
  /** The server does not answer, or answers with an error; the network may be the reason. */
  | { kind: 'unreachable'; reason: string; isOffline?: true }
  /** The server limits requests, so it was not asked. */
  | { kind: 'unasked'; host: string };

/** Judge a link by the answer of a server, which is not a redirect. */
export function verdictOf(
  { body, status }: Response,
  answer: 'status' | 'discord',
  host: string,
): Verdict {
  if (status === 404 || status === 410) return { kind: 'expired', status };
  if (status >= 500) {
    return { kind: 'unreachable', reason: `${host} answers with ${status}` };
  }
  const ends = answer === 'discord' && status === 200 ? endOf(body) : undefined;
  return ends === undefined ? { kind: 'alive' } : { kind: 'alive', ends };
}

/** Get the time when an invitation to Discord ends; nothing where it does not say one. */
function endOf(body = ''): string | undefined {
  try {
    const { expires_at: end } = JSON.parse(body);
    return typeof end === 'string' && !Number.isNaN(Date.parse(end)) ? end : undefined;
  } catch {
    return undefined;
  }
}

/** Codes of errors in Node.js that may come from this machine's network or name server. */
const offline: ReadonlySet<string | undefined> = new Set([
  ...['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND'],
]);

/** Codes of errors in Node.js, and what they mean. */
const reasons: ReadonlyArray<readonly [code: RegExp, says: (host: string) => string]> =
  [
    [/^ENOTFOUND$/, (host) => `there is no host ${host}`],
    [/^EAI_AGAIN$/, (host) => `${host} cannot be looked up`],
    [/^E(?:NET|HOST)/, (host) => `${host} cannot be reached`],
    [/^ECONNREFUSED$/, (host) => `${host} refuses the connection`],
    [/^(?:ECONNRESET|EPIPE)$/, (host) => `${host} ends the connection`],
    [/^(?:EPROTO|ERR_SSL_)/, (host) => `${host} does not speak TLS as it should`],
    [/CERT|SIGNATURE|ERR_TLS_/, (host) => `${host} has no valid certificate`],
    [/^HPE_/, (host) => `${host} does not speak HTTP as it should`],
  ];

/** Judge a link when a request fails. */
export function verdictOfError(error: unknown, host: string, seconds: number): Verdict {
  if (error instanceof PrivateAddressError) {
    return unreachable(`${error.message}; \`--allow-private\` asks such servers`);
  }
  if (error instanceof TimeLimitError) {
    return unreachable(`${host} does not answer within ${seconds} seconds`);
  }
  if (error instanceof BodyLimitError) {
    return unreachable(`the answer of ${host} is too long`);
  }
  const { code = '', message } = error as NodeJS.ErrnoException;
  const says = reasons.find(([pattern]) => pattern.test(code))?.[1];
  const reason = says ? `${says(host)} (${code})` : `${host}: ${message}`;
  return { ...unreachable(reason), ...(offline.has(code) ? { isOffline: true } : {}) };
}

function unreachable(reason: string) {
  return { kind: 'unreachable', reason } as const;
}
