import { delimiter, join } from 'node:path';
import process from 'node:process';

/** What generators find in their environment: nothing is sent home. */
export const generatorEnvironment = {
  // Not what npm puts before it for the script that it runs.
  PATH: process.env.PATH?.split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
    .join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NO_UPDATE_NOTIFIER: '1',
};
