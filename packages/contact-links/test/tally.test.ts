import process from 'node:process';
import { resolveSettings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseArguments } from '../src/arguments.js';
import { check } from '../src/check.js';
import { createCheck } from '../src/check-source.js';
import { Tally } from '../src/tally.js';
import { makeFolder } from './helpers/command.js';

/** Count what is in a page. */
function tableOf(text: string, options: object = {}): Array<string> {
  const tally = new Tally();
  const file = new VFile({ path: 'page.md' });
  createCheck({ options, plugins: [] }, undefined, tally)({ file, text });
  return tally.take();
}

const titles = Object.fromEntries(
  [...resolveSettings().services].map(([name, { title }]) => [name, title]),
);

/** The row of a service, in numbers. */
function rowOf(service: string, table: ReadonlyArray<string>): string | undefined {
  const row = table.find((each) => each.startsWith(`${service} `));
  return row?.slice(service.length).trim().replace(/ +/g, ' ');
}

describe('the table of services', () => {
  test('has links, people, what is wrong and what has closed', () => {
    const table = tableOf(
      [
        '[a](tel:+1-201-555-0123) [b](tel:+12015550123) [c](tel:2015550123) [d](tel:+12015550)',
        '[a](mailto:a@b.example,c@d.example) [b](mailto: a@b.example) [c](mail:a@b.example)',
        '[[teams:chat a@b.example]] [[teams:chat @nobody]] [[teams:caht a@b.example]]',
        '<skype:echo123> [[skype:call echo123;bob.smith]] [[skype:cal bob.smith]]',
        '<https://gitter.im/a/b>',
        '[see [[tel:+12015550123]] now](u) [x](https://example.org)',
      ].join('\n\n'),
    );
    expect(table[0]).toMatch(/^service +links {2}people {2}wrong {2}gone$/);
    expect(rowOf(titles.tel ?? '', table)).toBe('5 2 3 0');
    expect(rowOf(titles.mailto ?? '', table)).toBe('3 2 2 0');
    expect(rowOf(titles.teams ?? '', table)).toBe('3 1 2 0');
    expect(rowOf('Skype', table)).toBe('3 2 1 2');
    expect(rowOf('Gitter', table)).toBe('1 0 0 1');
    expect(table).toHaveLength(6);
    expect(new Set(table.map(({ length }) => length)).size).toBe(1);
  });

  test('counts one person for a name and for an address', () => {
    const contacts = { alice: { teams: 'alice@contoso.com' } };
    const table = tableOf('[[teams:chat @alice]] [[teams:chat alice@contoso.com]]\n', {
      contacts,
    });
    expect(rowOf(titles.teams ?? '', table)).toBe('2 1 0 0');
  });

  test('counts a link once of which there is something to advise', () => {
    const many = Array.from({ length: 12 }, (_, index) => `person.${index}`).join(';');
    expect(rowOf('Skype', tableOf(`[[skype:call ${many}]]\n`))).toBe('1 12 0 1');
  });

  test('is printed where links to closed services are not reported, and counts them', () => {
    const table = tableOf('<skype:echo123>\n', { retired: 'ignore' });
    expect(rowOf('Skype', table)).toBe('1 1 0 1');
  });

  test('is not printed without a link', () => {
    expect(tableOf('text\n')).toEqual([]);
  });
});

describe('check prints the table', () => {
  const { isTTY } = process.stderr;
  afterEach(() => {
    vi.restoreAllMocks();
    process.stderr.isTTY = isTTY;
  });

  test.each([
    [true, [], true],
    [false, [], false],
    [true, ['--quiet'], false],
    [true, ['--report', 'json'], false],
  ])('on a terminal alone: %s, %j', async (isTerminal, more, isThere) => {
    const folder = makeFolder({ 'a.md': '[a](tel:+12015550123)\n' });
    process.stderr.isTTY = isTerminal;
    let output = '';
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      output += chunk;
      return true;
    });
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await check(parseArguments(['check', '.', ...more]), folder)).toBe(0);
    expect(/^service +links/m.test(output)).toBe(isThere);
  });
});
