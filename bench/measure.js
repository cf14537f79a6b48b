import process from 'node:process';
import { Bench } from 'tinybench';

/**
 * CPU time of a task.
 *
 * @typedef {object} Timing
 * @property {ReadonlyArray<number>} times
 *   Milliseconds of each round.
 * @property {number} milliseconds
 *   Median of these.
 * @property {number} ratio
 *   Median of the ratios to the first task in the same round.
 */

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
 * @param {() => void} prepare
 *   Called before each task, and not timed. Default: collects garbage, which throws away
 *   compiled code, too; that matters where a task repeats one short piece of work.
 * @returns {Promise<Record<string, Timing>>}
 *   By name.
 */
export async function compare(tasks, rounds = 11, prepare = () => globalThis.gc?.()) {
  const names = Object.keys(tasks);
  /** @type {Record<string, Array<number>>} */
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    // Each round begins with another task, because the first may pay for garbage.
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
      bench.add(name, run, { async: false, beforeEach: prepare });
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
        times: times[name],
        milliseconds: median(times[name]),
        ratio: median(times[name].map((time, round) => time / base[round])),
      },
    ]),
  );
}

/**
 * The ratio of two tasks that were timed against each other, as median over the rounds.
 *
 * @param {Timing} task
 * @param {Timing} base
 */
export function ratio(task, base) {
  return median(task.times.map((time, round) => time / base.times[round]));
}

/**
 * How CPU time grows with length: 1 is in proportion. The slope of a line through the
 * points on a double logarithmic scale.
 *
 * @param {string} pattern
 *   The text that is repeated.
 * @param {ReadonlyArray<number>} sizes
 *   How often.
 * @param {Record<string, (text: string) => unknown>} tasks
 *   What is timed.
 * @param {number} rounds
 * @returns {Promise<Record<string, number>>}
 *   Exponents by task.
 */
export async function growth(pattern, sizes, tasks, rounds = 3) {
  const all = Object.entries(tasks).flatMap(([name, run]) =>
    sizes.map((size) => {
      const text = pattern.repeat(size);
      return [`${name} ${size}`, () => run(text)];
    }),
  );
  const results = await compare(Object.fromEntries(all), rounds);
  return Object.fromEntries(
    Object.keys(tasks).map((name) => [
      name,
      slope(
        sizes.map((size) => [
          Math.log(size),
          Math.log(results[`${name} ${size}`].milliseconds),
        ]),
      ),
    ]),
  );
}

/** @param {ReadonlyArray<[number, number]>} points */
function slope(points) {
  const [x, y] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length,
  );
  const product = points.reduce(
    (sum, point) => sum + (point[0] - x) * (point[1] - y),
    0,
  );
  return product / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** @param {ReadonlyArray<number>} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
