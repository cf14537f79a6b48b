import { encode } from './encode.js';
import type { Action, Service } from './service.js';
import { phoneOrEmail } from './targets.js';

function action(scheme: string, one: string): Action<never> {
  return {
    address: phoneOrEmail,
    most: 1,
    parameters: {},
    label: { one },
    href: ([target]) => `${scheme}:${encode(target, '+@')}`,
  };
}

const video = action('facetime', 'Video call {targets} with {service}');

/**
 * FaceTime, by Apple's URL Scheme Reference.
 *
 * @see https://developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/FacetimeLinks/FacetimeLinks.html
 *   Read on 2026-11-27.
 */
export const facetime = {
  name: 'facetime',
  title: 'FaceTime',
  schemes: ['facetime', 'facetime-audio'],
  example: '+1 201 555 0123',
  bare: video,
  actions: {
    call: action('facetime-audio', 'Call {targets} with {service}'),
    video,
  },
} satisfies Service;
