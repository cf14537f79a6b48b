import type { Service } from './service.js';
import { skype } from './skype.js';

/** Every service that comes with the package. */
export const services: ReadonlyArray<Service> = [skype];
