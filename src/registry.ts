import { services } from './services/index.js';
import type { Registry } from './services/service.js';
import { readers } from './uris/index.js';

/** Everything that comes with the package. */
export const registry: Registry = { services, readers };
