import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../examples/test/serve.js';

const verdaccio = fileURLToPath(
  new URL('node_modules/verdaccio/bin/verdaccio', import.meta.url),
);

/** A registry on this machine. */
export interface Registry {
  url: string;
  /** What `.npmrc` has to say in a folder whose npm uses this registry. */
  npmrc: string;
  close: () => Promise<void>;
}

/**
 * Start a registry that has no packages of its own, and asks another one for all packages but some.
 *
 * @param folder
 *   Where it keeps what is published; made if it is not there.
 * @param upstream
 *   URL of the other registry.
 * @param own
 *   Names of packages that come from nowhere else.
 */
export async function startRegistry(
  folder: string,
  upstream: string,
  own: ReadonlyArray<string>,
): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const host = `127.0.0.1:${await freePort()}`;
  const config = join(folder, 'config.json');
  const log = join(folder, 'log');
  const everybody = { access: '$all', publish: '$all' };
  writeFileSync(
    config,
    JSON.stringify({
      storage: join(folder, 'storage'),
      uplinks: { upstream: { url: upstream } },
      packages: {
        ...Object.fromEntries(own.map((name) => [name, everybody])),
        '**': { access: '$all', proxy: 'upstream' },
      },
      log: { type: 'file', path: log, level: 'warn' },
      web: { enable: false },
    }),
  );
  const child = spawn(
    process.execPath,
    [verdaccio, '--config', config, '--listen', host],
    { stdio: 'ignore' },
  );
  await answers(`http://${host}/-/ping`, child, log);
  return {
    url: `http://${host}/`,
    // npm publishes with some token alone; this registry asks for none.
    npmrc: `registry=http://${host}/\n//${host}/:_authToken=rehearsal\n`,
    async close() {
      if (child.exitCode === null && child.kill()) await once(child, 'exit');
    },
  };
}

async function answers(url: string, child: ChildProcess, log: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(200);
  }
  child.kill();
  throw new Error(`No registry at ${url}\n${readFileSync(log, 'utf8')}`);
}
