import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './helpers/pages.js';

interface Step {
  env?: Record<string, string>;
  run?: string;
  uses?: string;
  with?: Record<string, unknown>;
}

interface Job {
  container?: string;
  defaults?: object;
  env?: object;
  needs?: string;
  permissions?: Record<string, string>;
  'runs-on': string;
  services?: object;
  steps: Array<Step>;
  strategy?: { matrix: Record<string, Array<unknown>> };
  'timeout-minutes'?: number;
}

interface Workflow {
  defaults?: object;
  env?: object;
  jobs: Record<string, Job>;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const foldersIn = (path: string): Array<string> =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(path, name));

const folder = '.github/workflows';
const workflows = readdirSync(join(root, folder)).map((file) => {
  const text = read(`${folder}/${file}`);
  return { file, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ name: `${file}: ${id}`, job })),
);
const jobsOf = (file: string): Record<string, Job> =>
  workflows.find((one) => one.file === file)?.workflow.jobs ?? {};
const nameOf = (action: string): string => action.replace(/@.*/, '');

/** Each job that may write, and what. */
const writes = {
  'codeql.yml: analyze': ['security-events'],
  'publish.yml: attach': ['contents'],
  'publish.yml: attest': ['attestations', 'id-token'],
  'publish.yml: publish': ['id-token'],
  'scorecard.yml: analyze': ['id-token', 'security-events'],
  'site.yml: publish': ['id-token', 'pages'],
};

describe.each(workflows)('$file', ({ text, workflow }) => {
  test('pins each action to a commit, and says which version that is', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    for (const line of lines) {
      expect(line).toMatch(
        /^\s*(?:- )?uses: [\w-]+(?:\/[\w-]+)+@[\da-f]{40} # v\d+\.\d+\.\d+$/,
      );
    }
  });

  test('may only read, unless a job says otherwise', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('does not run with rights for what strangers send', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
  });
});

describe.each(jobs)('$name', ({ job }) => {
  test('ends', () => {
    expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
  });

  test('does not put what others write into commands', () => {
    for (const { run = '' } of job.steps) {
      // What is in `matrix` is in the same file.
      expect(run).not.toMatch(/\$\{\{(?! matrix\.)/);
    }
  });

  test('installs what the lockfile says', () => {
    for (const { run = '' } of job.steps) {
      expect(run).not.toMatch(/npm (?:i|install|add|update|exec)\b/);
    }
  });

  test('keeps no token in the checkout', () => {
    for (const { uses = '', with: inputs } of job.steps) {
      if (nameOf(uses) === 'actions/checkout') {
        expect(inputs).toMatchObject({ 'persist-credentials': false });
      }
    }
  });
});

test('jobs write what they have to, and no more', () => {
  const found = jobs.flatMap(({ name, job: { permissions = {} } }) => {
    const kinds = Object.keys(permissions).filter(
      (kind) => permissions[kind] === 'write',
    );
    return kinds.length > 0 ? [[name, kinds.sort()]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(writes);
});

test('an action has the same version wherever it is used', () => {
  const versions = new Map<string, Set<string>>();
  for (const { text } of workflows) {
    for (const [, action = '', version = ''] of text.matchAll(/uses: (\S+)@(.*)/g)) {
      // The actions of one repository are of one version.
      const repository = action.split('/').slice(0, 2).join('/');
      versions.set(repository, (versions.get(repository) ?? new Set()).add(version));
    }
  }
  for (const [repository, found] of versions) {
    expect([repository, ...found]).toHaveLength(2);
  }
});

describe('CI', () => {
  const { quick, ...others } = jobsOf('ci.yml');

  test('lints, checks types and runs units before anything else', () => {
    const commands = quick?.steps.flatMap(({ run }) => run ?? []);
    expect(commands).toEqual(['npm ci', 'npm audit signatures', 'npm test']);
    for (const { needs } of Object.values(others)) expect(needs).toBe('quick');
  });

  test('tries the tools on each system, and everything on each version of Node', () => {
    expect(others.tool?.strategy?.matrix).toMatchObject({
      node: [20, 24],
      os: ['macos-latest', 'windows-latest'],
    });
    expect(others.test?.strategy?.matrix).toEqual({ node: [20, 22, 24, 26] });
  });
});

test('Scorecard takes the results of its workflow', () => {
  // https://github.com/ossf/scorecard-action#workflow-restrictions, read on 2026-11-28
  const { workflow } = workflows.find(({ file }) => file === 'scorecard.yml') ?? {};
  expect(workflow).not.toHaveProperty('env');
  expect(workflow).not.toHaveProperty('defaults');
  const [job, ...more] = Object.values(workflow?.jobs ?? {});
  expect(more).toEqual([]);
  for (const key of ['env', 'defaults', 'container', 'services']) {
    expect(job).not.toHaveProperty(key);
  }
  expect(job?.['runs-on']).toBe('ubuntu-latest');
  const allowed = [
    'actions/checkout',
    'actions/upload-artifact',
    'github/codeql-action/upload-sarif',
    'ossf/scorecard-action',
  ];
  for (const { uses = '' } of job?.steps ?? []) expect(allowed).toContain(nameOf(uses));
});

describe('a release', () => {
  const { pack, publish } = jobsOf('publish.yml');
  const folders = ['.', ...foldersIn('packages')];
  const packages = folders.map((place) => JSON.parse(read(`${place}/package.json`)));

  test('names no package: those of the workspace are published', () => {
    for (const { name } of packages) {
      for (const { job } of jobs) {
        for (const { run = '' } of job.steps) expect(run).not.toContain(`${name} `);
      }
    }
    expect(pack?.steps.flatMap(({ run }) => run ?? [])).toContain(
      'npm run release:pack',
    );
    expect(publish?.steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm run release:publish',
    ]);
  });

  test('has one version, which packages require of each other', () => {
    const [{ version }] = packages;
    const names = packages.map(({ name }) => name);
    for (const { dependencies, version: own } of packages) {
      expect(own).toBe(version);
      for (const [name, range] of Object.entries(dependencies ?? {})) {
        if (names.includes(name)) expect(range).toBe(`^${version}`);
      }
    }
    expect(read('CHANGELOG.md')).toContain(`\n## ${version}\n`);
  });
});

test('Dependabot keeps each lockfile, and the actions', () => {
  const { updates } = parse(read('.github/dependabot.yml')) as {
    updates: Array<{
      directories?: Array<string>;
      directory?: string;
      'package-ecosystem': string;
    }>;
  };
  const places = (ecosystem: string) =>
    updates
      .filter((update) => update['package-ecosystem'] === ecosystem)
      .flatMap(({ directories = [], directory = [] }) => directories.concat(directory));
  expect(places('github-actions')).toEqual(['/']);
  const locked = ['.', 'site', 'site/wasm', 'release/rehearsal'];
  for (const place of locked) {
    expect(existsSync(join(root, place, 'package-lock.json'))).toBe(true);
  }
  expect(places('npm').sort()).toEqual(
    [...locked.map((place) => join('/', place)), '/examples/*'].sort(),
  );
});

test('the playground has Sätteri for browsers in the version of its own code', () => {
  const versionOf = (place: string, name: string) =>
    JSON.parse(read(`${place}/package-lock.json`)).packages[`node_modules/${name}`]
      .version;
  expect(versionOf('site/wasm', '@bruits/satteri-wasm32-wasi')).toBe(
    versionOf('site', 'satteri'),
  );
});

test('CodeQL analyses the code and the workflows', () => {
  const { on, jobs } = parse(read('.github/workflows/codeql.yml'));
  expect(Object.keys(on)).toEqual(['push', 'pull_request', 'schedule']);
  expect(jobs.analyze.strategy.matrix.language).toEqual([
    'actions',
    'javascript-typescript',
  ]);
});

test('the repository has tests with fast-check, and no programs', () => {
  const { stdout } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  const files = stdout.split('\n');
  expect(files).toContain('test/fuzz.test.ts');
  expect(read('test/fuzz.test.ts')).toContain("from 'fast-check'");
  expect(
    files.filter((file) => /\.(?:class|dll|exe|jar|node|so|wasm)$/.test(file)),
  ).toEqual([]);
});

test('the security policy says what Scorecard looks for', () => {
  const policy = read('SECURITY.md');
  expect(policy).toMatch(/https:\/\/github\.com\/\S+\/security\/advisories\/new/);
  for (const word of [/vulnerability/i, /disclosure/i, /\b\d+ days\b/]) {
    expect(policy).toMatch(word);
  }
});

test.each(['CODE_OF_CONDUCT.md', 'CONTRIBUTING.md', 'LICENSE', 'SECURITY.md'])(
  'has %s',
  (file) => {
    expect(existsSync(join(root, file))).toBe(true);
  },
);
