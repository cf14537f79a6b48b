import { corrections } from './core/findings/corrections.js';
import { findName } from './core/findings/name-finder.js';
import { createNearMissFinder } from './core/findings/near-misses.js';
import { defineService } from './core/options/define-service.js';
import { createRedirecting } from './core/options/redirects.js';
import type { Registry } from './core/registry.js';
import { services } from './services/index.js';
import { readers } from './uris/index.js';

/** Everything that comes with the package. */
export const registry: Registry = {
  services,
  readers,
  defineService,
  corrections,
  findName,
  createNearMissFinder,
  createRedirecting,
};
