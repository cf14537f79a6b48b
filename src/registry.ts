import { closeHeads, complete } from './core/findings/close-heads.js';
import { findName } from './core/findings/name-finder.js';
import { createNearMissFinder } from './core/findings/near-misses.js';
import { findMeant } from './core/findings/nearest.js';
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
  suggester: { findMeant, findName, complete, closeHeads },
  createNearMissFinder,
  createRedirecting,
};
