import type { GoneService } from 'remark-contact-links/core';

/**
 * Say that a service is gone, since when, and what to use now.
 *
 * @param service
 *   A service that is gone.
 * @returns
 *   `Gitter ended on 13 February 2023; use Matrix`.
 */
export function goneReason({ day, movedTo, title }: GoneService): string {
  const name = title.replace(/^the /, 'The ');
  const end = day === undefined ? 'is no longer in use' : `ended ${dayInWords(day)}`;
  return `${name} ${end}${movedTo === undefined ? '' : `; use ${movedTo}`}`;
}

/** Write `2023-02-13` as `on 13 February 2023`, and `2020-03` as `in March 2020`. */
export function dayInWords(day: string): string {
  const isDay = day.length > 'yyyy-mm'.length;
  const words = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(isDay ? { day: 'numeric' } : {}),
  }).format(new Date(day));
  return `${isDay ? 'on' : 'in'} ${words}`;
}
