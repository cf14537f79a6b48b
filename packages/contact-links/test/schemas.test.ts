import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { type Options, resolveSettings } from 'remark-contact-links/core';
import { describe, expect, test } from 'vitest';
import { schemaAddress } from '../src/schema-address.js';
import { makeFolder, run } from './helpers/command.js';
import { makeSchemas } from './helpers/make-schemas.js';

/** Whether the schemas are written; they are only read otherwise. */
const isUpdate = process.env.UPDATE_FIXTURES === '1';
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'packages/contact-links/schemas');

const schemas = makeSchemas();

/** What a schema checks. */
function validatorOf(name: string): ValidateFunction {
  return new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    unicodeRegExp: true,
  }).compile(schemas[name] ?? {});
}

test.each(Object.entries(schemas))('%s has what there is', (name, schema) => {
  const path = join(folder, name);
  const expected = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (isUpdate) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, expected);
  }
  expect(readFileSync(path, 'utf8')).toBe(expected);
  expect(createRequire(import.meta.url).resolve(`contact-links/schemas/${name}`)).toBe(
    path,
  );
});

/** Options of the plugin in the fixtures, which it takes. */
const options = readdirSync(join(root, 'fixtures'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('options.json'))
  .map((name) => [
    name,
    JSON.parse(readFileSync(join(root, 'fixtures', name), 'utf8')),
  ]);

describe('a configuration', () => {
  const validate = validatorOf('configuration.json');

  test.each(options)('with the options of %s is right', (_, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each<[string, object]>([
    [
      'has fields of the tool',
      {
        $schema: 'x',
        components: ['Link'],
        rules: { 'invalid-link': 'off' },
        plugins: ['remark-math', ['a', {}]],
      },
    ],
    [
      'has null for what is not set',
      { invalid: null, contacts: { a: { teams: null } }, services: null },
    ],
    ['sets services', { services: { skype: false, matrix: { scheme: 'matrix' } } }],
    [
      'defines a service',
      {
        services: {
          crm: {
            title: 'CRM',
            example: '1',
            actions: { open: { template: 'https://crm.example/{target}' } },
          },
        },
      },
    ],
    [
      'has an address book with a schema',
      { contacts: { $schema: 'x', alice: { phone: '+1 201 555 0123' } } },
    ],
    [
      'redirects',
      {
        redirect: {
          skype: 'teams',
          'skype:': 'tel:call',
          hosts: { 'a.example': 'b.example' },
          links: {},
        },
      },
    ],
  ])('that %s is right', (_, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each<object>([
    { invald: 'warn' },
    { invalid: 'throw' },
    { retired: false },
    { services: { skype: true } },
    { services: { matrix: { sceme: 'matrix' } } },
    { services: { matrix: { scheme: 'http' } } },
    { services: { crm: { title: 'CRM', example: '1', actions: {} } } },
    {
      services: {
        crm: { title: 'CRM', example: '1', actions: { a: { template: 1 } } },
      },
    },
    { contacts: { 'a b': {} } },
    { contacts: { alice: 'alice@contoso.com' } },
    { contacts: { alice: { teams: 1 } } },
    { labels: { skype: { cal: 'x' } } },
    { labels: { skype: { call: { several: 'x' } } } },
    { locale: 1 },
    { attributes: { '*': { onclick: 'x' } } },
    { redirect: { skype: 1 } },
  ])('%j is wrong, as for the plugin', (value) => {
    expect(validate(value)).toBe(false);
    expect(() => resolveSettings(value)).toThrow(/^Wrong option/);
  });

  test.each<object>([
    { rules: { 'no-rule': 'off' } },
    { rules: { 'invalid-link': 'loud' } },
    { components: 'Link' },
    { components: ['<a>'] },
  ])('%j is wrong, as for the tool', async (value) => {
    expect(validate(value)).toBe(false);
    const place = makeFolder({ '.contact-linksrc.json': JSON.stringify(value) });
    expect((await run(place, 'check', '.')).status).toBe(2);
  });

  test('has each option of the plugin', () => {
    const { properties } = schemas['configuration.json'] as {
      properties: object;
    };
    const ofTool = ['$schema', 'components', 'plugins', 'rules'];
    const names = Object.keys(properties).filter((name) => !ofTool.includes(name));
    let reason = '';
    try {
      resolveSettings({ zzzzzzzzzz: 1 } as object);
    } catch (error) {
      reason = String(error);
    }
    const [, expected = ''] = /expected (.+)$/.exec(reason) ?? [];
    expect(expected.match(/\w+(?=`)/g)?.sort()).toEqual(names.sort());
  });
});

describe('an address book', () => {
  const validate = validatorOf('address-book.json');

  test('with a schema is right, for the tool and for the plugin', async () => {
    const book = {
      $schema: './schema.json',
      alice: { skype: 'echo123', teams: 'alice@contoso.com' },
    };
    expect(validate(book), JSON.stringify(validate.errors)).toBe(true);
    const { contacts } = resolveSettings({ contacts: book as Options['contacts'] });
    expect(Object.keys(contacts)).toEqual(['alice']);
    const place = makeFolder({
      'book.json': JSON.stringify(book),
      'page.md': '[[teams:chat @alice]] <skype:echo123>\n',
    });
    const { stderr, stdout } = await run(place, 'migrate', '.', '-c', 'book.json');
    expect(stderr).toContain('Would change 1 link');
    expect(stdout).toContain('alice%40contoso.com');
  });

  test('with a schema that is not a text is wrong', () => {
    const wrong = { $schema: 1 };
    expect(validate(wrong)).toBe(false);
    expect(() => resolveSettings({ contacts: wrong as Options['contacts'] })).toThrow(
      'Wrong option `contacts.$schema`',
    );
    expect(() => resolveSettings(wrong as object)).toThrow('Wrong option `$schema`');
  });

  test('names the schema that is served where the package is not installed', () => {
    expect(schemaAddress('address-book.json', '/no/such/folder/book.json')).toBe(
      schemas['address-book.json']?.$id,
    );
  });

  test('names its schema where the tool makes it', async () => {
    const files = { 'page.md': '<skype:echo123>\n' };
    const args = ['migrate', '.', '--init-contacts', '-c', 'docs/book.json'];
    const place = makeFolder({ ...files, 'docs/x.md': '' });
    await run(place, ...args);
    const { $schema, ...book } = JSON.parse(
      readFileSync(join(place, 'docs/book.json'), 'utf8'),
    );
    expect(book).toEqual({ echo123: { skype: 'echo123', teams: null } });
    // The package is installed above the folder of the test.
    expect($schema).toMatch(
      /^(?:\.\.\/)+node_modules\/contact-links\/schemas\/address-book\.json$/,
    );
    expect(existsSync(join(place, 'docs', $schema))).toBe(true);
    expect(validate({ $schema, ...book })).toBe(true);
    const again = readFileSync(join(place, 'docs/book.json'), 'utf8');
    expect((await run(place, ...args)).stderr).toContain('Nobody is missing');
    expect(readFileSync(join(place, 'docs/book.json'), 'utf8')).toBe(again);
  });
});
