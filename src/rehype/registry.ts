import { onlySlips } from '../core/findings/suggester.js';
import { defineService } from '../core/options/define-service.js';
import { createRedirecting } from '../core/options/redirects.js';
import type { Registry } from '../core/registry.js';
import { services } from '../services/index.js';
import { readers } from '../uris/index.js';

/** What redirecting anchors needs: shorthands and near misses are in text alone. */
export const registry: Registry = {
  services,
  readers,
  suggester: onlySlips,
  defineService,
  createNearMissFinder: null,
  createRedirecting,
};
