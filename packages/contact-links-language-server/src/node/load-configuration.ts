import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How long loading a configuration may take, in milliseconds. */
const longest = 10_000;

/** The answer of the process that loads a configuration. */
export type Loaded = { options: Record<string, unknown> } | { reason: string };

/**
 * Load a configuration in a process of its own, which ends afterwards.
 *
 * @param path
 *   The file: YAML or JavaScript.
 * @param scripts
 *   The folder of the script that runs in that process.
 * @returns
 *   The options, as JSON has them.
 * @throws {Error}
 *   When it cannot be loaded.
 */
export function loadConfiguration(
  path: string,
  scripts: URL,
): Promise<Record<string, unknown>> {
  const script = fileURLToPath(new URL('load.js', scripts));
  return new Promise((resolve, reject) => {
    const loader = fork(script, [path], {
      // Whatever it prints must not come between the messages of the server.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      timeout: longest,
    });
    let answer: Loaded = {
      reason: 'the configuration has ended the process that it runs in',
    };
    loader.on('message', (message: Loaded) => {
      answer = message;
      loader.kill();
    });
    loader.on('error', reject);
    loader.on('exit', () => {
      if ('options' in answer) resolve(answer.options);
      else reject(new Error(answer.reason));
    });
  });
}
