import process from 'node:process';
import { Bench } from 'tinybench';

/** CPU time of this process in milliseconds: other processes do not count in it. */
function cpuNow() {
  const { system, user } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Time tasks against each other: in every round each runs once, in turn, so that whatever
 * slows the machine down slows all of them.
 *
 * @param {Record<string, () => unknown>} tasks
 *   Functions by name; the first is the one the others are compared with.
 * @param {number} rounds
 *   Counted rounds, after one that is not.
 * @returns {Promise<Record<string, {milliseconds: number, ratio: number}>>}
 *   Medians by name: of the CPU time, and of the ratio to the first task in its round.
 */
export async function compare(tasks, rounds = 11) {
  const names = Object.keys(tasks);
  /** @type {Record<string, Array<number>>} */
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    // Starting with another one each round, as the first may pay for garbage.
    const order = names.map((_, index) => names[(index + round + 1) % names.length]);
    const bench = new Bench({
      iterations: 1,
      now: cpuNow,
      time: 0,
      warmup: false,
      retainSamples: true,
    });
    for (const name of order) {
      const run = () => {
        tasks[name]();
      };
      bench.add(name, run, { async: false, beforeEach: () => globalThis.gc?.() });
    }
    await bench.run();
    if (round < 0) continue;
    for (const task of bench.tasks)
      times[task.name].push(task.result.latency.samples[0]);
  }
  const base = times[names[0]];
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        milliseconds: median(times[name]),
        ratio: median(times[name].map((time, round) => time / base[round])),
      },
    ]),
  );
}

/** @param {ReadonlyArray<number>} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
