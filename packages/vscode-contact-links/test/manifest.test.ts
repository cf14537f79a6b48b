import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { services } from 'remark-contact-links/services';
import { describe, expect, test } from 'vitest';
import { readServerOptions } from '../../contact-links-language-server/src/options.js';
import { settingsForServer } from '../src/settings.js';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { capabilities, contributes } = manifest;
const readme = read('README.md');
const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`src/${path}`))
  .join('\n');

interface Setting {
  type: string | Array<string>;
  default: unknown;
  scope: string;
  markdownDescription: string;
}
const settings: ReadonlyArray<[string, Setting]> = Object.entries(
  contributes.configuration.properties,
);

/** The rows of the table in the README below a heading. */
function rows(heading: string): Array<Array<string>> {
  const [, section = ''] = readme.split(`\n## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return table
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
}

describe('the manifest', () => {
  test('names files that there are', () => {
    const { icon, main, browser } = manifest;
    const grammars = contributes.grammars.map(({ path }: { path: string }) => path);
    const steps = contributes.walkthroughs.flatMap(
      ({ steps }: { steps: Array<{ media: Record<string, unknown> }> }) =>
        steps.flatMap(({ media }) => filesOf(media)),
    );
    expect(steps.length).toBeGreaterThan(4);
    const schemas = contributes.jsonValidation.map(({ url }: { url: string }) => url);
    for (const path of [icon, main, browser, ...grammars, ...schemas, ...steps]) {
      expect(path).toSatisfy((path: string) => existsSync(new URL(path, root)));
    }
  });

  test('has an icon of 128 pixels', () => {
    const icon = readFileSync(new URL(manifest.icon, root));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([128, 128]);
    expect(icon.length).toBeLessThan(10_000);
  });

  test('is of the version of the other packages, and is not put on npm', () => {
    const { version } = JSON.parse(read('../../package.json'));
    expect(manifest).toMatchObject({ private: true, version });
  });

  test('asks for no newer editor than its types are of', () => {
    const types = manifest.devDependencies['@types/vscode'].replace('~', '');
    expect(manifest.engines.vscode).toBe(`^${types}`);
  });

  test('says in which folders something is missing, and why', () => {
    for (const { description, supported } of Object.values<{
      description: string;
      supported: string;
    }>(capabilities)) {
      expect(supported).toBe('limited');
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
    const names = settings.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(capabilities.untrustedWorkspaces.restrictedConfigurations),
    );
  });
});

function filesOf(media: Record<string, unknown>): Array<string> {
  const { image = {}, markdown } = media;
  const images = typeof image === 'string' ? [image] : Object.values(image as object);
  return [...images, ...(typeof markdown === 'string' ? [markdown] : [])];
}

describe('settings', () => {
  test.each(settings)('%s has a type, a default and a description', (name, setting) => {
    expect(name).toMatch(/^contactLinks\./);
    expect(setting).toMatchObject({
      type: expect.anything(),
      scope: 'window',
      markdownDescription: expect.stringMatching(/^\[?[A-Z].*\.$/),
    });
    expect('default' in setting).toBe(true);
  });

  test('are in the README, with their defaults', () => {
    expect(rows('Settings').map(([name, value]) => [name, value])).toEqual(
      settings.map(([name, { default: value }]) => [
        `\`${name}\``,
        `\`${JSON.stringify(value)}\``,
      ]),
    );
  });

  test('that go to the server are those it has', () => {
    const given = Object.fromEntries(
      settings.map(([name, { default: value }]) => [
        name.replace('contactLinks.', ''),
        value ?? 'x',
      ]),
    );
    const sent = settingsForServer({ ...given, options: {} });
    expect(sent).toEqual({ contacts: 'x', options: {} });
    expect(readServerOptions(sent).problems).toEqual([]);
    expect(settingsForServer(undefined)).toEqual({});
  });

  test('that the extension reads are there', () => {
    const names = settings.map(([name]) => name.replace('contactLinks.', ''));
    const used = [...sources.matchAll(/\.get(?:<[^(]*>)?\('([^']+)'/g)].map(
      ([, name = '']) => name,
    );
    expect(used.length).toBeGreaterThan(2);
    expect(names).toEqual(expect.arrayContaining(used));
  });
});

describe('commands', () => {
  const commands: ReadonlyArray<{ command: string; title: string; category: string }> =
    contributes.commands;

  test('are those that the extension registers', () => {
    const registered = [
      ...sources.matchAll(/registerCommand\(`\$\{section\}\.(\w+)`/g),
    ].map(([, name]) => `contactLinks.${name}`);
    expect(registered.sort()).toEqual(commands.map(({ command }) => command).sort());
  });

  test('are in the README', () => {
    expect(rows('Commands').map(([name]) => name)).toEqual(
      commands.map(({ category, title }) => `${category}: ${title}`),
    );
  });

  test('of the walkthrough are there', () => {
    const text = JSON.stringify(contributes.walkthroughs);
    const own = [...text.matchAll(/command:(contactLinks\.\w+)/g)].map(
      ([, name]) => name,
    );
    expect(own.length).toBeGreaterThan(0);
    expect(commands.map(({ command }) => command)).toEqual(expect.arrayContaining(own));
  });
});

describe('the schema of configuration', () => {
  const schema = JSON.parse(read('dist/configuration.schema.json'));
  const isRight = new Ajv({ strict: false }).compile(schema);

  test('describes each option', () => {
    const names = Object.keys(schema.properties);
    expect(names).toEqual(
      expect.arrayContaining(['contacts', 'nearMisses', 'services']),
    );
    for (const name of names) {
      expect(schema.properties[name].description).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('leaves it to the server to say which names and forms are wrong', () => {
    expect(isRight({ contact: {}, contacts: { 'a b': { skpye: 'x' } } })).toBe(true);
    expect(isRight({ invalid: 'fail' })).toBe(true);
    expect(isRight({ contacts: 'x' })).toBe(false);
  });
});

describe('the walkthrough', () => {
  test('shows shorthands of services that there are', () => {
    const media = readdirSync(new URL('media', root)).filter((path) =>
      path.endsWith('.md'),
    );
    for (const path of media) {
      for (const [, name = ''] of read(`media/${path}`).matchAll(/\[\[(\w+):/g)) {
        expect(Object.keys(services)).toContain(name);
      }
    }
  });
});
