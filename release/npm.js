import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Run npm in the repository. Its messages go to the terminal.
 *
 * @param {...string} args
 *   Arguments of npm.
 * @returns {string}
 *   What it prints.
 * @throws {Error}
 *   When it fails.
 */
export function npm(...args) {
  const { status, stdout } = run(args);
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${status}\n${stdout}`);
  return stdout;
}

/**
 * Look up the file of a package in the registry.
 *
 * @param {string} name
 *   Name of the package.
 * @param {string} version
 *   Its version.
 * @returns {string | undefined}
 *   The hash of the file, or `undefined` when the registry does not have that version.
 * @throws {Error}
 *   When the registry does not answer.
 */
export function publishedIntegrity(name, version) {
  const args = ['view', `${name}@${version}`, 'dist.integrity', '--json', '--silent'];
  const { stdout } = run(args);
  const answer = JSON.parse(stdout || '{}');
  if (typeof answer === 'string') return answer;
  if (answer.error?.code === 'E404') return undefined;
  throw new Error(`npm ${args.join(' ')}: ${stdout}`);
}

function run(args) {
  return spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
