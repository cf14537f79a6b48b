import { resolveSettings } from '../../src/core/index.js';
import { services as builtIn } from '../../src/services/index.js';
import type { Service } from '../../src/services/service.js';

const all: ReadonlyArray<Service> = Object.values(builtIn);

/** Option `services`, with a server for each service that has none by itself. */
export const servers: Readonly<Record<string, { host: string }>> = Object.fromEntries(
  all
    .filter(({ bare, example }) => bare && 'reason' in bare.address(example))
    .map(({ name }) => [name, { host: `${name}.example` }]),
);

/** Every service that comes with the package; each accepts its example. */
export const servedServices: ReadonlyArray<Service> = [
  ...resolveSettings({ services: servers }).services.values(),
];
