import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './helpers/pages.js';

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The sources of the public entries. */
const entries = Object.values<{ default?: string } | string>(exports)
  .flatMap((entry) => (typeof entry === 'object' ? (entry.default ?? []) : []))
  .map((path) => join(root, path.replace('dist', 'src').replace(/\.js$/, '.ts')));

interface Declaration {
  name: string;
  file: string;
  docstring: string;
  parameters: string;
  returns: string;
}

const declared =
  /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)export (?:default )?(?:function|class|interface) (\w+)([^{;]*)/g;

/** What an entry declares itself, and what it passes on by name. */
function declarationsOf(file: string, names?: ReadonlySet<string>): Array<Declaration> {
  const source = readFileSync(file, 'utf8');
  const own = [...source.matchAll(declared)]
    .filter(([, , name = '']) => !names || names.has(name))
    .map(([, docstring = '', name = '', rest = '']) => {
      const [, parameters = '', returns = ''] =
        /^(?:<[^(]*>)?\(([\s\S]*)\): ([\s\S]*)$/.exec(rest) ?? [];
      return { name, file: relative(root, file), docstring, parameters, returns };
    });
  const passed = [...source.matchAll(/export (?:type )?\{([^}]*)\} from '(\.[^']+)'/g)];
  return [
    ...own,
    ...passed.flatMap(([, list = '', from = '']) => {
      const wanted = list.split(',').map((name) => name.replace('type ', '').trim());
      const passedOn = wanted.filter((name) => !names || names.has(name));
      if (passedOn.length === 0) return [];
      const path = join(dirname(file), from.replace(/\.js$/, '.ts'));
      return declarationsOf(path, new Set(passedOn));
    }),
  ];
}

const all = new Map(
  entries
    .flatMap((entry) => declarationsOf(entry))
    .map((found) => [`${found.file}: ${found.name}`, found]),
);

test('there are enough', () => {
  expect(all.size).toBeGreaterThan(40);
});

describe.each([...all.values()])(
  '$file: $name',
  ({ docstring, parameters, returns }) => {
    test('says what it is', () => {
      expect(docstring).toMatch(/^\/\*\*\n? \*? ?\S|^\/\*\* \S/);
    });

    test.skipIf(parameters === '')('describes each parameter', () => {
      const named = [...parameters.matchAll(/(?:^|,)\s*(\w+)\??:/g)].map(
        ([, name]) => name,
      );
      for (const name of named) expect(docstring).toMatch(`@param ${name}`);
    });

    test.skipIf(returns === '' || /^void\b/.test(returns))(
      'says what it returns',
      () => {
        expect(docstring).toMatch('@returns');
      },
    );
  },
);
