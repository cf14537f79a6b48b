import type { Setting } from './service.js';

/** The server of a service that runs on servers of one's own. */
export const host: Setting = {
  pattern: /^[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/i,
  form: 'a host, such as `meet.example.org`',
};
