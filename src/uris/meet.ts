import { uriReader } from './reader.js';

/** Google Meet; `authuser`, `hs` and `pli` are about whoever copied the link. */
export const meetUris = uriReader({
  service: 'meet',
  schemes: [],
  hosts: ['meet.google.com'],
  ignored: /^(?:authuser|hs|pli)\b/,
  mistakes: [
    {
      pattern: /(\.com\/[a-z]{3})([a-z]{4})([a-z]{3})(?=\/*(?:[?#]|$))/i,
      reason: 'the code of a meeting is written `abc-defg-hij`',
      instead: '$1-$2-$3',
    },
  ],
  forms: [
    { pattern: /^meet\.google\.com\/([a-z\d]+(?:-[a-z\d]+){2,})$/i },
    {
      pattern: /^meet\.google\.com\/./,
      says: 'it does not name a meeting by its code',
    },
  ],
});
