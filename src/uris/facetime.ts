import { uriReader } from './reader.js';

/**
 * FaceTime; the numbers of Apple's page have no country code.
 *
 * @see https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/FacetimeLinks/FacetimeLinks.html
 *   Read on 2026-11-27.
 */
export const facetimeUris = uriReader({
  service: 'facetime',
  schemes: ['facetime', 'facetime-audio'],
  hosts: ['facetime.apple.com'],
  forms: [
    { pattern: /^facetime\.apple\.com\/join/, says: 'it is an invitation to a call' },
    {
      pattern: /^facetime(?:-audio)?:(?:\/\/)?[\d().-]+$/,
      says: 'the number has no country code',
    },
    { pattern: /^facetime:(?:\/\/)?([^#]*)$/ },
    { pattern: /^facetime-audio:(?:\/\/)?([^#]*)$/, action: 'call' },
  ],
});
