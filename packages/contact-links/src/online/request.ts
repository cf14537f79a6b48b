import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ownVersion } from '../own-version.js';
import { lookupPublic, refusePrivateHost } from './addresses.js';

/** The answer of a server. */
export interface Response {
  status: number;
  /** Header `Location`, if there is one. */
  location: string | undefined;
  /** Header `Retry-After`, if there is one. */
  retryAfter: string | undefined;
  /** The text, if it was to be read. */
  body: string | undefined;
}

/** How a request is made. */
export interface RequestOptions {
  /** Whether servers at private addresses are asked. */
  allowPrivate: boolean;
  /** The most bytes of a text that are read; `0` to read none. */
  bodyLimit: number;
  /** How long the request may take in all, in milliseconds. */
  timeLimit: number;
  /** Ends the request at once. */
  signal: AbortSignal;
}

/** The error for a server that did not answer in time. */
export class TimeLimitError extends Error {
  override name = 'TimeLimitError';
}

/** The error for an answer that is too long to be read. */
export class BodyLimitError extends Error {
  override name = 'BodyLimitError';
}

const userAgent = `contact-links/${ownVersion()} (+https://github.com/remark-contact-links/remark-contact-links)`;

/**
 * Request a URL once, without following redirects.
 *
 * @throws {Error}
 *   When there is no answer in time, or the server is at a private address.
 */
export async function requestOnce(
  { hostname, href, protocol }: URL,
  { allowPrivate, bodyLimit, signal, timeLimit }: RequestOptions,
): Promise<Response> {
  if (!allowPrivate) refusePrivateHost(hostname);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeLimit);
  try {
    return await new Promise<Response>((resolve, reject) => {
      const request = protocol === 'https:' ? requestHttps : requestHttp;
      request(href, {
        // A connection of its own for each request, so that its address is checked.
        agent: false,
        headers: { accept: '*/*', 'user-agent': userAgent },
        signal: AbortSignal.any([signal, limit.signal]),
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      })
        .on('error', reject)
        .on('response', (response) => {
          readBody(response, bodyLimit).then(
            (body) => resolve({ ...headOf(response), body }),
            reject,
          );
        })
        .end();
    });
  } catch (error) {
    throw limit.signal.aborted ? new TimeLimitError('no answer in time') : error;
  } finally {
    clearTimeout(timer);
  }
}

function headOf({ headers, statusCode = 0 }: IncomingMessage): Omit<Response, 'body'> {
  const { location } = headers;
  const retryAfter = headers['retry-after'];
  return { status: statusCode, location, retryAfter };
}

/** Read the text of an answer; with limit `0`, end the connection without reading. */
async function readBody(
  response: IncomingMessage,
  limit: number,
): Promise<string | undefined> {
  // Errors after the end of reading do not matter.
  response.on('error', () => {});
  if (limit === 0) {
    response.destroy();
    return undefined;
  }
  const chunks: Array<Buffer> = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > limit) {
      response.destroy();
      throw new BodyLimitError('the answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
