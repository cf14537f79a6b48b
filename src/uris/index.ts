import type { UriReader } from '../services/service.js';
import { skypeUris } from './skype.js';

/** What reads the URIs of the services. */
export const readers: ReadonlyArray<UriReader> = [skypeUris];
