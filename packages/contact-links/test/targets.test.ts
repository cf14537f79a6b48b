import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { hasMagic } from 'glob';
import { expect, test } from 'vitest';
import { counted } from '../src/counted.js';
import { readTargets } from '../src/targets.js';
import { makeFolder } from './helpers/command.js';

test('what `glob` takes for a glob is a glob, unless it is a path', async () => {
  const folder = makeFolder({ '[a].md': '', '{a,b}': '' });
  const text = fc.oneof(
    fc.constantFrom('[a].md', '{a,b}', '[a]', '{a,c}', '+(a)', '@(a|b)', '!(a)'),
    fc.string({ unit: fc.constantFrom(...'*?[]{}()!+@|\\/.,-#^a1é') }),
  );
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      const [target] = await readTargets([given], folder);
      const isPath = existsSync(resolve(folder, given));
      expect(target?.top !== undefined).toBe(
        hasMagic(given, { magicalBraces: true }) && !isPath,
      );
    }),
  );
});

test('numbers are written as in English', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (count) => {
      const noun = count === 1 ? 'file' : 'files';
      expect(counted(count, 'file')).toBe(`${count.toLocaleString('en')} ${noun}`);
    }),
  );
});
