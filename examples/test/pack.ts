import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder outside the checkout for all files that the tests make. */
    temporary: string;
    /** Paths of the packages as npm would publish them, by the name of the package. */
    tarballs: Readonly<Record<string, string>>;
  }
}

/** Pack the packages once, before all tests; after them, remove all files that they made. */
export default function setup({ provide }: TestProject): () => Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'remark-contact-links-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const output = execFileSync(
    'npm',
    ['pack', '--workspaces', '--json', '--silent', '--pack-destination', temporary],
    { cwd: root, encoding: 'utf8' },
  );
  const packed: ReadonlyArray<{ name: string; filename: string }> = JSON.parse(output);
  provide('temporary', temporary);
  provide(
    'tarballs',
    Object.fromEntries(
      packed.map(({ filename, name }) => [name, join(temporary, filename)]),
    ),
  );
  return () => rm(temporary, { recursive: true });
}
