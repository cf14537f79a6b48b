import { once } from 'node:events';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A certificate that nobody vouches for, and its key, which are for tests alone. */
const selfSigned = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUTzSUA/NghCvRi1OY0LNnBTrULPIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODAwNTUxMloYDzIxMjYxMTA0
MDA1NTEyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARyclWlTtShfqv+P9z8s5lucf13J3ejAEAJHbhGSwH4jIcNW2LlTnny
CKYW06/YkRlv2+ORR5YQkUGQmokA11A3o1MwUTAdBgNVHQ4EFgQU+Ai6JAgEemna
ig3sy5VHrWAJdbcwHwYDVR0jBBgwFoAU+Ai6JAgEemnaig3sy5VHrWAJdbcwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBZR+hZcIg7mWlWFHmOCqqH
sU72ZlhW5+gnYzBk9eHlEQIhAJ4TQliTE4HTXj9Qmy+08IauBw3j3NXdRFiC0pKg
Tu3B
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFfO+cnpn6PaNEjKC
4eqSAWhNA6TMZxHeDSfaTUrLrAWhRANCAARyclWlTtShfqv+P9z8s5lucf13J3ej
AEAJHbhGSwH4jIcNW2LlTnnyCKYW06/YkRlv2+ORR5YQkUGQmokA11A3
-----END PRIVATE KEY-----`,
};

const servers: Array<Server> = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** What a server does with a request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine. */
export interface Web {
  /** `127.0.0.1:1234` */
  host: string;
  /** `http://127.0.0.1:1234` */
  origin: string;
  /** What was requested: `GET /path`, in its order. */
  requests: Array<string>;
  /** The headers of what was requested. */
  headers: Array<IncomingMessage['headers']>;
  /** How many requests were open at once. */
  most: () => number;
  close: () => Promise<void>;
}

/** Start a server on this machine, which is closed after the tests. */
export async function serve(answer: Answer, isSecure = false): Promise<Web> {
  const requests: Web['requests'] = [];
  const headers: Web['headers'] = [];
  let open = 0;
  let most = 0;
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    most = Math.max(most, ++open);
    response.on('close', () => {
      open--;
    });
    answer(response, request);
  };
  const server = isSecure ? createHttps(selfSigned, listener) : createHttp(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    origin: `http${isSecure ? 's' : ''}://${host}`,
    requests,
    headers,
    most: () => most,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Make an answer of a status, headers and a text. */
export function says(
  status: number,
  fields: Record<string, string> = {},
  text = '',
): Answer {
  return (response) => {
    response.writeHead(status, fields).end(text);
  };
}
