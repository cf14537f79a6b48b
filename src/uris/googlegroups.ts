import { uriReader } from './reader.js';

const host = String.raw`^groups\.google\.com\/`;
/** What comes before the name of a group, in today's links and in older ones. */
const before = String.raw`(?:g\/|group\/|d\/forum\/|forum\/?#!forum\/)`;

/**
 * Google Groups, with the forms of its older pages.
 *
 * @see https://github.com/golang/build/blob/master/internal/task/announce.go
 *   Read on 2026-11-27.
 */
export const googlegroupsUris = uriReader({
  service: 'googlegroups',
  schemes: [],
  hosts: ['groups.google.com'],
  ignored: /^(?:fromgroups|pli=\d)$/,
  forms: [
    { pattern: new RegExp(`${host}${before}([^/#]+)$`), loose: /^/ },
    {
      pattern: new RegExp(`${host}a\\/([^/#]+\\/${before}[^/#]+)$`),
      strip: new RegExp(`(?<=\\/)${before}`),
      loose: /^/,
    },
    {
      pattern: new RegExp(`${host}(?:a|d|g|group|forum)[/#]`),
      says: 'it is more than a group',
    },
  ],
});
