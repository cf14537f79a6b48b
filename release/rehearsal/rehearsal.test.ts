import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAll, runWell } from '../../examples/test/processes.js';
import { readPage, root, run } from '../../test/helpers/pages.js';
import { clone, commit, git, type Manifest, manifests } from './clone.js';
import { type Registry, startRegistry } from './registry.js';

const temporary = mkdtempSync(join(tmpdir(), 'rehearsal-'));
const checkout = join(temporary, 'clone');
const published = (): Array<Manifest> =>
  manifests(checkout).filter((manifest) => !manifest.private);
const versionOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
let registry: Registry;

beforeAll(async () => {
  clone(checkout);
  await runWell(checkout, 'ci', '--prefer-offline');
  const upstream = await runWell(checkout, 'config', 'get', 'registry');
  const names = published().map(({ name }) => name);
  registry = await startRegistry(join(temporary, 'registry'), upstream.trim(), names);
});

afterAll(async () => {
  await endAll();
  await registry?.close();
  rmSync(temporary, { recursive: true });
});

/** Make a folder for a package of a user. */
function makeProject(name: string, npmrc = ''): string {
  const folder = join(temporary, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  writeFileSync(join(folder, '.npmrc'), npmrc);
  return folder;
}

/** Run a command of npm, as a page has it. */
async function npm(folder: string, command: string): Promise<void> {
  const [program, ...args] = command.split(' ');
  expect(program).toBe('npm');
  await runWell(folder, ...args);
}

/** Run each command of each package in a folder where they are installed. */
async function expectCommands(folder: string, version: string): Promise<void> {
  const commands = published().flatMap(({ bin = {} }) => Object.keys(bin));
  expect(commands).toContain('contact-links');
  expect(commands).toContain('contact-links-language-server');
  for (const command of commands) {
    const printed = await runWell(folder, 'exec', '--no', '--', command, '--version');
    expect([command, printed.trim()]).toEqual([command, version]);
  }
}

describe('until the first release', () => {
  const place = /<!-- until the first release -->[\s\S]*?`([^`]+)`/g;
  const found = [...readPage('README.md').text.matchAll(place)];

  // The release takes it out.
  test.skipIf(found.length === 0)(
    'the README says in one place how to use a clone, and that works',
    async () => {
      expect(found).toHaveLength(1);
      const [first, ...commands] = found[0]?.[1]?.split(' && ') ?? [];
      // It has run.
      expect(first).toBe('npm ci');
      for (const command of commands) await npm(checkout, command);
      const files = published().map(({ name, version }) =>
        join(checkout, `${name}-${version}.tgz`),
      );
      const folder = makeProject('with-files');
      await runWell(folder, 'install', '--prefer-offline', ...files);
      await expectCommands(folder, versionOf(checkout));
      git(checkout, 'clean', '--quiet', '--force', '*.tgz');
    },
  );
});

describe.each(['first', 'second'])('the %s release', (name) => {
  let version: string;

  if (name === 'second') {
    test('is made of what changesets say', () => {
      writeFileSync(
        join(checkout, '.changeset', 'more.md'),
        '---\n"contact-links": minor\n---\n\nDo more\n',
      );
      commit(checkout, 'Do more');
    });
  }

  test('has one version, and no word of a clone', async () => {
    const before = versionOf(checkout);
    const files = readdirSync(join(checkout, '.changeset'));
    const hasChangesets = files.some((file) => file.endsWith('.md'));
    await runWell(checkout, 'run', 'release:version');
    version = versionOf(checkout);
    expect(version === before).toBe(!hasChangesets);
    const packages = manifests(checkout);
    for (const { dependencies = {}, version: own } of packages) {
      expect(own).toBe(version);
      for (const { name } of packages) {
        if (name in dependencies) expect(dependencies[name]).toBe(`^${version}`);
      }
    }
    const readme = readFileSync(join(checkout, 'README.md'), 'utf8');
    expect(readme).not.toMatch(/first release|npm pack|\n\n\n/);
    const tool = readFileSync(
      join(checkout, 'packages/contact-links/README.md'),
      'utf8',
    );
    expect(tool).toContain(
      `uses: remark-contact-links/remark-contact-links@v${version}\n`,
    );
    expect(tool).toContain(`rev: v${version}\n`);
    const changelog = readFileSync(join(checkout, 'CHANGELOG.md'), 'utf8');
    expect(changelog).toContain(`\n## ${version}\n`);
    commit(checkout, `Release ${version}`);
  });

  test.runIf(name === 'first')('is made once', async () => {
    await runWell(checkout, 'run', 'release:version');
    expect(git(checkout, 'status', '--porcelain')).toBe('');
  });

  test('has the packages, the extension, and a list of what they install', async () => {
    await runWell(checkout, 'run', 'release:pack');
    const folder = join(checkout, '.tmp', 'release');
    expect(readdirSync(folder).sort()).toEqual(
      [
        ...manifests(checkout).map(
          (manifest) =>
            `${manifest.name}-${version}.${manifest.private ? 'vsix' : 'tgz'}`,
        ),
        `remark-contact-links-${version}.spdx.json`,
      ].sort(),
    );
    const sbom = join(folder, `remark-contact-links-${version}.spdx.json`);
    const { packages } = JSON.parse(readFileSync(sbom, 'utf8'));
    const listed = packages.map(({ name }: { name: string }) => name);
    for (const { dependencies = {}, name } of published()) {
      expect(listed).toEqual(
        expect.arrayContaining([name, ...Object.keys(dependencies)]),
      );
    }
  });

  test('is published, and once only', async () => {
    if (name === 'first') appendFileSync(join(checkout, '.npmrc'), registry.npmrc);
    const first = await runWell(checkout, 'run', 'release:publish');
    const second = await runWell(checkout, 'run', 'release:publish');
    for (const { name } of published()) {
      expect(first).toContain(`${name} ${version} is published`);
      expect(second).toContain(`${name} ${version} was published before`);
    }
  });

  test.runIf(name === 'first')('runs the first example of the README', async () => {
    const folder = makeProject(`${name}-example`, registry.npmrc);
    const { blocks } = readPage(relative(root, join(checkout, 'README.md')));
    const installs = blocks.filter(({ value }) => value.startsWith('npm install '));
    expect(installs.length).toBeGreaterThan(1);
    for (const { value } of installs) await npm(folder, value);
    expect(versionOf(join(folder, 'node_modules/remark-contact-links'))).toBe(version);
    const example = blocks.findIndex(({ lang }) => lang === 'js');
    writeFileSync(join(folder, 'example.md'), `${blocks[example - 1]?.value}\n`);
    writeFileSync(join(folder, 'example.js'), blocks[example]?.value ?? '');
    expect(run(folder, process.execPath, 'example.js')).toMatchObject({
      status: 0,
      stderr: 'example.md: no issues found\n',
      stdout: `${blocks[example + 1]?.value}\n`,
    });
  });

  test('has all packages, with commands that run', async () => {
    const folder = makeProject(`${name}-tools`, registry.npmrc);
    await runWell(folder, 'install', ...published().map(({ name }) => name));
    await expectCommands(folder, version);
  });
});
