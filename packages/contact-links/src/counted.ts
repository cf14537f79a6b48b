/** Write a number with what it counts: `1 file`, `1,000 files`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${withCommas(count)} ${count === 1 ? one : several}`;
}

/** Write a number as in English; `Intl` does the same, but takes long to load. */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
