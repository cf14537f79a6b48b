import { extname, relative } from 'node:path';
import fc from 'fast-check';
import { Configuration } from 'unified-engine';
import { describe, expect, test } from 'vitest';
import { ConfigurationFinder } from '../src/configuration.js';
import { configurationNames } from '../src/names.js';
import { makeFolder } from './helpers/command.js';

interface Given {
  rcPath?: string | undefined;
  detectConfig?: boolean;
}

/** What is found for a file, or what is wrong with it. */
async function answerOf(find: () => Promise<unknown>): Promise<unknown> {
  try {
    return await find();
  } catch (error) {
    return (error as Error).message;
  }
}

/** What unified-engine finds, each time with all of its work. */
function findByEngine(
  cwd: string,
  path: string,
  { detectConfig = true, rcPath }: Given,
) {
  const configuration = new Configuration({
    cwd,
    detectConfig,
    rcName: '.contact-linksrc',
    rcPath,
    packageField: 'contactLinksConfig',
    pluginPrefix: 'remark',
    configTransform: ({ plugins, ...contactLinks }) => ({
      plugins,
      settings: { contactLinks },
    }),
  });
  return new Promise((resolve, reject) => {
    configuration.load(path, (error, found) => {
      if (error) {
        const messages: Array<string> = [];
        for (let each: unknown = error; each instanceof Error; each = each.cause) {
          messages.push(each.message);
        }
        reject(new Error(messages.join(': ')));
      } else if (found?.filePath === undefined) resolve(undefined);
      else {
        const { filePath, plugins, settings } = found;
        const options = settings.contactLinks;
        resolve({ filePath: relative(cwd, filePath), options, plugins });
      }
    });
  });
}

/** Expect the same of both for files, in the order in which they are asked for. */
async function expectSame(
  cwd: string,
  paths: ReadonlyArray<string>,
  { detectConfig = true, rcPath }: Given = {},
): Promise<ReadonlyArray<unknown>> {
  const finder = new ConfigurationFinder({ detectConfig, rcPath }, cwd);
  const answers: Array<unknown> = [];
  for (const path of paths) {
    const answer = await answerOf(async () => {
      const found = await finder.find(path);
      return found && { ...found, filePath: relative(cwd, found.filePath) };
    });
    expect({ path, answer }).toEqual({
      path,
      answer: await answerOf(() => findByEngine(cwd, path, { detectConfig, rcPath })),
    });
    answers.push(answer);
  }
  return answers;
}

/** What may stand in a file that is JSON by its name. */
const contents = [
  ...['{}', '[]', 'null', '1', '"text"', 'true', '', '{', '\uFEFF{}', ' {"a": 1} \n'],
  ...['[1, {"a": 2}]', '{"a": {"b": [null, {"c": false}]}}', '{"a": null}'],
  ...['{"__proto__": {"a": 1}, "a": {"__proto__": 2}}', '{"a": 1, "a": 2}'],
  ...['{"plugins": null, "a": 1}', '{"plugins": []}', '{"plugins": {}, "a": 1}'],
  ...['{"plugins": 1}', '{"plugins": ["remark-gfm"]}', '{"plugins": [["remark-gfm"]]}'],
];
const documents = contents.flatMap((content) => [
  content,
  `{"name": "x", "contactLinksConfig": ${content}}`,
]);
const modules: Readonly<Record<string, string>> = {
  '.cjs': 'module.exports = {a: 1}',
  '.js': 'module.exports = {a: 2}',
  '.mjs': 'export default {a: 3}',
  '.yaml': 'a: 4\nplugins: []\n',
  '.yml': '- 5\n',
};

describe('a configuration is what unified-engine finds', () => {
  test.each(['.contact-linksrc', '.contact-linksrc.json', 'package.json'])(
    'in %s, whatever it says',
    async (name) => {
      const folders = Object.fromEntries(
        documents.map((content, index) => [`${index}/${name}`, content]),
      );
      const folder = makeFolder(folders);
      const answers = await expectSame(
        folder,
        documents.map((_, index) => `${index}/a.md`),
      );
      expect(new Set(answers.map((answer) => typeof answer)).size).toBeGreaterThan(1);
      for (const path of Object.keys(folders)) {
        await expectSame(folder, ['a.md', 'b/a.md'], { rcPath: path });
      }
    },
  );

  test('of two in a folder', async () => {
    const files: Record<string, string> = {};
    const paths: Array<string> = [];
    for (const [index, one] of configurationNames.entries()) {
      for (const other of configurationNames.slice(index + 1)) {
        const place = `${one}+${other}`;
        paths.push(`${place}/a.md`);
        for (const name of [one, other]) {
          const json = name === 'package.json' ? '{"contactLinksConfig": {}}' : '{}';
          files[`${place}/${name}`] = modules[extname(name)] ?? json;
        }
      }
    }
    await expectSame(makeFolder(files), paths);
  });

  test('when a file is named, is not there, or is a folder', async () => {
    const folder = makeFolder({ 'a.txt': '{"a": 1}', '.contact-linksrc.json/b': '' });
    for (const rcPath of ['a.txt', 'none.json', 'none', '.', '.contact-linksrc.json']) {
      for (const detectConfig of [true, false]) {
        await expectSame(folder, ['a.md', 'b/a.md'], { rcPath, detectConfig });
      }
    }
    await expectSame(folder, ['a.md', 'b/a.md']);
    await expectSame(folder, ['a.md'], { detectConfig: false });
  });

  test('wherever files are', async () => {
    const place = fc.constantFrom('', 'a/', 'a/b/', 'c/');
    const name = fc.constantFrom(...configurationNames);
    const files = fc.uniqueArray(
      fc.record({ place, name, content: fc.constantFrom(...documents) }),
      { maxLength: 5, selector: (file) => file.place + file.name },
    );
    const paths = ['a.md', 'a/a.md', 'a/b/a.md', 'c/a.md', 'a/b/b.md'];
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.shuffledSubarray(paths, { minLength: 1 }),
        async (given, asked) => {
          const folder = makeFolder({ 'a/b/.keep': '', 'c/.keep': '' });
          for (const { content, name, place } of given) {
            const text = modules[extname(name)] ?? content;
            makeFolder({ [place + name]: text }, folder);
          }
          await expectSame(folder, asked);
        },
      ),
      { numRuns: 60 },
    );
  });
});
