import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Options } from '../../src/index.js';
import type { EngineMessage } from './engines.js';

const root = new URL('../../fixtures/', import.meta.url);

/** Whether the expected files are written; they are only read otherwise. */
export const isUpdate = process.env.UPDATE_FIXTURES === '1';

/** One case: a folder of `fixtures/` with an `input.md`. */
export interface Fixture {
  /** Where it is in that folder: `services/tel/actions`. */
  name: string;
  input: string;
  options: Options<string>;
  /** Reads a file of the case; empty where there is none. */
  read: (file: string) => string;
  has: (file: string) => boolean;
  write: (file: string, content: string) => void;
}

/** All cases. They say nothing of retired services unless their options ask for it. */
export const fixtures: ReadonlyArray<Fixture> = readdirSync(root, { recursive: true })
  .map((path) => String(path).replaceAll('\\', '/'))
  .filter((path) => path.endsWith('/input.md'))
  .sort()
  .map((path) => toFixture(dirname(path)));

function toFixture(name: string): Fixture {
  const urlOf = (file: string): URL => new URL(`${name}/${file}`, root);
  const has = (file: string): boolean => existsSync(urlOf(file));
  const read = (file: string): string =>
    has(file) ? readFileSync(urlOf(file), 'utf8') : '';
  const given: Options<string> = JSON.parse(read('options.json') || '{}');
  return {
    name,
    input: read('input.md'),
    options: { retired: 'ignore', ...given },
    read,
    has,
    write: (file, content) => writeFileSync(fileURLToPath(urlOf(file)), content),
  };
}

/**
 * Write messages as `messages.txt` has them: where, how bad, which rule, why; and below, what
 * to write instead where the reason does not say it.
 */
export function messagesText(messages: ReadonlyArray<EngineMessage>): string {
  return messages
    .flatMap(({ expected, level, place, reason, ruleId }) => [
      `${place} ${level} ${ruleId}: ${reason}`,
      ...expected
        .filter((text) => !reason.includes(text))
        .map((text) => `    write: ${text.replace(/\n/g, '⏎')}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}
