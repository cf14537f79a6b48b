import { uriReader } from './reader.js';

/**
 * Skype for Business, mobile apps.
 *
 * @see https://learn.microsoft.com/en-us/skype-sdk/skype-for-business-uris/sfbmobileuri
 *   Read on 2026-11-27.
 */
export const sfbUris = uriReader({
  service: 'sfb',
  schemes: ['ms-sfb'],
  forms: ['call', 'chat'].map((action) => ({
    pattern: new RegExp(`^ms-sfb:\\/\\/${action}\\/?$`),
    action,
    fields: { id: '' },
    actions: { 'video=true': 'video', 'video=false': 'call' },
    needsTarget: true,
  })),
});
