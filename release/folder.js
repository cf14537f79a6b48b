import { fileURLToPath } from 'node:url';

/** Where the files of a release are, from packing until they are published. */
export const folder = fileURLToPath(new URL('../.tmp/release/', import.meta.url));
