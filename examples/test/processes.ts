import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { generatorEnvironment } from './environment.js';

/** Variables that Vitest sets for tests, and npm for the script that runs Vitest. */
const ofTheTests =
  /^(?:BASE_URL|DEV|MODE|NODE_ENV|NODE_OPTIONS|PROD|SSR|TEST|VITEST.*|npm_(?!config_).*)$/;

/**
 * Environment of generators: that of the person who runs the tests, as if they ran each by
 * hand, but without telemetry and colors.
 */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheTests.test(name)),
  ),
  ...generatorEnvironment,
  NO_COLOR: '1',
  FORCE_COLOR: '0',
};

export interface Running {
  /** Get what the process has printed so far, on both streams. */
  output: () => string;
  /** Resolves to the exit status, or to `null` when a signal has ended the process. */
  ended: Promise<number | null>;
  /** End the process, with all processes that it has started. */
  end: () => Promise<void>;
}

const running = new Set<Running>();

/** End all processes that still run, such as a build in a test that took too long. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((one) => one.end()));
}

/** Start npm in a folder, as the leader of a process group. */
export function start(folder: string, ...arguments_: Array<string>): Running {
  const child = spawn('npm', arguments_, {
    cwd: folder,
    detached: true,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'close').then(([status]) => {
    running.delete(started);
    return status;
  });
  const started: Running = {
    // Some generators color their output even where they are asked not to.
    output: () => stripVTControlCharacters(output),
    ended,
    async end() {
      if (child.pid) {
        try {
          process.kill(-child.pid);
        } catch (error) {
          // The whole group has ended already.
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
        }
      }
      await ended;
    },
  };
  running.add(started);
  return started;
}

/** Run npm in a folder to its end. */
export async function run(
  folder: string,
  ...arguments_: Array<string>
): Promise<{ output: string; status: number | null }> {
  const started = start(folder, ...arguments_);
  const status = await started.ended;
  return { output: started.output(), status };
}

/** Run npm in a folder to its end; throws with its output when it fails. */
export async function runWell(
  folder: string,
  ...arguments_: Array<string>
): Promise<string> {
  const { output, status } = await run(folder, ...arguments_);
  if (status !== 0)
    throw new Error(`npm ${arguments_.join(' ')}: ${status}\n${output}`);
  return output;
}
