import * as builtIn from './built-in.js';
import type { Service } from './service.js';

export * from './built-in.js';
export type { Service } from './service.js';

/** Every service that comes with the package, by its name. */
export const services = builtIn satisfies Readonly<Record<string, Service>>;
