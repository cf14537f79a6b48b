import process from 'node:process';

/** Get the milliseconds since the start; `performance` has them too, but takes long to load. */
export function now(): number {
  return process.uptime() * 1000;
}
