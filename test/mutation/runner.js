/**
 * A test runner for Stryker. It loads the sources and the tests once, and then runs for each
 * mutant the tests that reach it, up to the first that fails. Stryker's own runner for Vitest
 * loads and collects all of them for each mutant, which takes far longer than to run them.
 *
 * A mutant of what runs while the sources are loaded, as their tables do, is static to Stryker.
 * For each of these everything is loaded again.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import {
  commonTokens,
  declareClassPlugin,
  PluginKind,
  tokens,
} from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { collectTests, getFn } from '@vitest/runner';
import { build } from 'esbuild';

const texts = { type: 'array', items: { type: 'string' } };

/** What `stryker.config.json` says under `loadedOnce`. */
export const strykerValidationSchema = {
  properties: {
    loadedOnce: {
      type: 'object',
      additionalProperties: false,
      required: ['sources', 'tests'],
      properties: {
        sources: { ...texts, description: 'Modules that load all that is mutated.' },
        tests: { ...texts, description: 'Files of tests, after what sets them up.' },
        leaveOut: {
          type: 'string',
          description: 'Pattern of tests that are left out.',
        },
        env: { type: 'object', description: 'Variables of the environment.' },
      },
    },
  },
};

/** In a bundle, each file keeps its own `import.meta.url`. */
const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path));
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', url);
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Make what evaluates the sources and then the tests, again at each call.
 *
 * @returns
 *   A function for the first run, in which Stryker's code counts what each test reaches, and one
 *   that is a third faster without that. Both take what is called between sources and tests.
 */
async function bundle({ sources, tests }) {
  const list = (files) =>
    files.map((file) => `require(${JSON.stringify(`./${file}`)});\n`).join('');
  const contents = `${list(sources)}onSources();\n${list(tests)}`;
  const { outputFiles } = await build({
    bundle: true,
    format: 'cjs',
    packages: 'external',
    platform: 'node',
    plugins: [ownUrls],
    stdin: { contents, resolveDir: process.cwd() },
    write: false,
  });
  const packages = new Map();
  for (const [, name] of outputFiles[0].text.matchAll(/require\("([^"]+)"\)/g)) {
    packages.set(name, await import(name));
  }
  // Packages are imported, so their default export is where `import` looks for it.
  const code = outputFiles[0].text.replace(/__toESM\((require\("[^"]+"\)), 1\)/g, '$1');
  const evaluate = (text) => {
    const script = new Script(`(require, onSources) => {'use strict';\n${text}}`);
    return (onSources) =>
      script.runInThisContext()((name) => packages.get(name), onSources);
  };
  return {
    counted: evaluate(code),
    uncounted: evaluate(code.replace(/\bstryCov_\w+\("[^)]*\)/g, '0')),
  };
}

/** The tests of a suite that are run, each after the names of the suites around it. */
function* testsIn(suite, names) {
  for (const task of suite.tasks) {
    const own = [...names, task.name];
    if (task.type === 'suite') yield* testsIn(task, own);
    else if (task.mode === 'run') yield [own.join(' > '), getFn(task)];
  }
}

class LoadedOnce {
  static inject = tokens(commonTokens.options);

  /** What Stryker's code reads and writes. */
  shared = {};
  /** The tests, by their names. */
  tests = new Map();
  /** How long a test took, in milliseconds. */
  durations = new Map();
  /** The static mutant that was there while all was loaded; `null` before. */
  loadedWith = null;

  constructor({ loadedOnce }) {
    this.options = loadedOnce;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = this.shared;
    Object.assign(process.env, this.options.env);
    this.evaluate = await bundle(this.options);
  }

  /** Load the sources and the tests. */
  async load(evaluate) {
    const { leaveOut = '$^' } = this.options;
    // What tests reach before they run, they reach again in their run.
    const importFile = () =>
      evaluate(() => {
        this.shared.currentTestId = 'none';
      });
    const config = {
      root: process.cwd(),
      sequence: {},
      setupFiles: [],
      tags: [],
      testNamePattern: new RegExp(`^(?!.*(?:${leaveOut}))`),
      testTimeout: 0,
    };
    const [all] = await collectTests(['all'], { config, importFile });
    this.shared.currentTestId = undefined;
    delete this.shared.mutantCoverage?.perTest.none;
    if (all.result?.state === 'fail') throw new Error(all.result.errors?.[0]?.message);
    this.tests.clear();
    for (const [name, run] of testsIn(all, [])) {
      // Some have the name of another.
      this.tests.set(this.tests.has(name) ? `${name} ${this.tests.size}` : name, run);
    }
  }

  async dryRun() {
    await this.load(this.evaluate.counted);
    const tests = [];
    for (const id of this.tests.keys()) tests.push(await this.run(id));
    const { mutantCoverage } = this.shared;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({
    activeMutant: { fileName, id: mutant },
    hitLimit,
    mutantActivation,
    testFilter,
  }) {
    const { shared } = this;
    const staticMutant = mutantActivation === 'static' ? mutant : undefined;
    Object.assign(shared, { activeMutant: staticMutant, hitCount: 0, hitLimit });
    if (this.loadedWith !== staticMutant) {
      await this.load(this.evaluate.uncounted);
      this.loadedWith = staticMutant;
    }
    shared.activeMutant = mutant;
    const tests = [];
    for (const id of this.inOrder(testFilter ?? [...this.tests.keys()], fileName)) {
      const result = await this.run(id);
      tests.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    const timeout = determineHitLimitReached(shared.hitCount, hitLimit);
    Object.assign(shared, { activeMutant: undefined, hitCount: undefined });
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** First the tests that name the file, as those of a service do, and the fast ones first. */
  inOrder(ids, fileName) {
    const name = `/${basename(fileName, '.ts')}/`;
    const rank = (id) => (id.includes(name) ? 0 : 1e6) + (this.durations.get(id) ?? 0);
    return ids.toSorted((one, other) => rank(one) - rank(other));
  }

  async run(id) {
    const start = performance.now();
    this.shared.currentTestId = id;
    let failure = {};
    try {
      await this.tests.get(id)();
    } catch (error) {
      failure = { status: TestStatus.Failed, failureMessage: String(error?.message) };
    }
    this.shared.currentTestId = undefined;
    const timeSpentMs = performance.now() - start;
    this.durations.set(id, timeSpentMs);
    return { id, name: id, status: TestStatus.Success, timeSpentMs, ...failure };
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'loaded-once', LoadedOnce),
];
