import type { TestProject } from 'vitest/node';

/** Tell which random documents are tried: the same are with the same `SEED=…`. */
export default function setup({ config: { env } }: TestProject): void {
  console.info(`SEED=${env.SEED}`);
}
