import { PrivateAddressError } from './addresses.js';
import { BodyLimitError, type Response, TimeLimitError } from './request.js';

/** What is known of a link. */
export type Verdict =
  /** It answers; `ends` is when it will not. */
  | { kind: 'alive'; ends?: string }
  /** The server says that there is no such thing, or that there was one. */
  | { kind: 'expired'; status: number }
  /** The server does not answer, or cannot; `isOffline` where the network may be the reason. */
  | { kind: 'unreachable'; reason: string; isOffline?: true }
  /** The server limits requests. */
  | { kind: 'unasked'; host: string };

/** What the answer of a server says, where it does not lead elsewhere. */
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

/** When an invitation of Discord ends; nothing where that is never, or not said. */
function endOf(body = ''): string | undefined {
  try {
    const { expires_at: end } = JSON.parse(body);
    return typeof end === 'string' && !Number.isNaN(Date.parse(end)) ? end : undefined;
  } catch {
    return undefined;
  }
}

/** How Node.js calls what may be the network of this machine, or its name server. */
const offline: ReadonlySet<string | undefined> = new Set([
  ...['EAI_AGAIN', 'ENETDOWN', 'ENETUNREACH', 'ENOTFOUND'],
]);

/** How Node.js calls what is wrong, and what that is. */
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

/** What is known of a link when a request fails. */
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
