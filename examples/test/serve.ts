import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import sirv from 'sirv';
import type { Running } from './processes.js';

export interface Site {
  /** Such as `http://127.0.0.1:12345`. */
  origin: string;
  close: () => Promise<void>;
}

/** Serve a folder of files on a free port of this machine. */
export async function serve(folder: string): Promise<Site> {
  const files = sirv(folder, { dev: true, extensions: ['html'] });
  const server = createServer((request, response) => {
    files(request, response, () => {
      // Browsers always request an icon, which a site need not have.
      response.statusCode = request.url === '/favicon.ico' ? 204 : 404;
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Find a port that a server can listen on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Wait until a server answers; throws with its output when it does not. */
export async function answered(url: string, server: Running): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(200);
  }
  throw new Error(`No answer from ${url}\n${server.output()}`);
}
