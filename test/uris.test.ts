import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  candidatePattern,
  formatHead,
  isHead,
  readUri,
  resolveAsWritten,
  resolveSettings,
  type UriAnswer,
} from '../src/core/index.js';
import { services } from '../src/services/index.js';
import { isUpdate } from './helpers/fixtures.js';
import { servers } from './helpers/servers.js';

// Each table has URIs as they are in use, and below each what it comes to.
const folder = new URL('uris/', import.meta.url);
const tables = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const rows = text
    .split(/\n(?=\S)/)
    .map((row) => row.trimEnd().split('\n'))
    .map(([uri = '', ...answer]) => ({ uri, answer: answer.join('\n') }));
  return { name: file.replace(/\.txt$/, ''), file, rows };
});
const settings = resolveSettings({ services: servers });

/** An answer as the tables have it. */
function written(answer: UriAnswer): string {
  switch (answer.kind) {
    case 'foreign':
      return '    foreign';
    case 'read':
      return `    [[${formatHead(answer.contact)}]]${answer.isPartial ? ', in part' : ''}`;
    case 'inexpressible':
      return `    inexpressible: ${answer.reason}`;
    case 'wrong':
      return [
        `    wrong: ${answer.reason}`,
        ...(answer.instead === undefined ? [] : [`    write: ${answer.instead}`]),
      ].join('\n');
  }
}

if (isUpdate) {
  for (const { file, rows } of tables) {
    const text = rows.map(({ uri }) => `${uri}\n${written(readUri(uri, settings))}\n`);
    writeFileSync(new URL(file, folder), text.join(''));
  }
}

test('every service has a table', () => {
  expect(tables.map(({ name }) => name)).toEqual(Object.keys(services).sort());
});

describe.each(tables)('$name', ({ name, rows }) => {
  test.each(rows)('$uri', ({ answer, uri }) => {
    const found = readUri(uri, settings);
    expect(written(found)).toBe(answer);
    if (found.kind !== 'foreign') {
      const service = found.kind === 'read' ? found.contact.service : found.service;
      expect(service).toBe(name);
    }
  });
});

/** What a shorthand of the same becomes a link to. */
function hrefOf(uri: string): string | undefined {
  const answer = readUri(uri, settings);
  if (answer.kind !== 'read') return undefined;
  const link = resolveAsWritten(formatHead(answer.contact), settings);
  return link.kind === 'link' ? link.url : undefined;
}

describe.each(tables)('$name', ({ name, rows }) => {
  test.each(rows)('$uri: what is to be written is right', ({ uri }) => {
    const answer = readUri(uri, settings);
    const instead = answer.kind === 'wrong' ? answer.instead : undefined;
    if (instead === undefined) return;
    expect(readUri(instead, settings).kind).toMatch(/^(?:read|inexpressible)$/);
  });

  test.each(rows)('$uri: its shorthand says the same', ({ uri }) => {
    const href = hrefOf(uri);
    if (href !== undefined) expect(hrefOf(href)).toBe(href);
  });

  test.each(rows)('$uri: pasted, it is its shorthand', ({ uri }) => {
    const href = hrefOf(uri);
    const head = `${name}:${uri}`;
    if (href === undefined || !isHead(head, settings.names)) return;
    expect(resolveAsWritten(head, settings)).toMatchObject({
      kind: 'link',
      url: href,
      label: expect.not.stringContaining(uri),
      contact: { pasted: head },
    });
  });
});

describe('services as a site has set them', () => {
  test('one on a server of its own is read there', () => {
    const services = { jitsi: { host: 'Jitsi.example.org:8443' } };
    const own = resolveSettings({ services });
    expect(readUri('https://jitsi.example.org:8443/Standup', own)).toMatchObject({
      kind: 'read',
      contact: { service: 'jitsi', targets: ['Standup'] },
    });
    for (const host of ['meet.jit.si', 'jitsi.example.org', 'jitsi.example.org:99']) {
      expect(readUri(`https://${host}/Standup`, own)).toEqual({ kind: 'foreign' });
    }
    expect(candidatePattern(own).test('see https://jitsi.example.org/x')).toBe(true);
  });

  test('one of a host that has other pages is a candidate by what follows', () => {
    const pattern = candidatePattern(resolveSettings());
    expect(pattern.test('https://github.com/owner/repository')).toBe(false);
    expect(pattern.test('https://github.com/owner/repository/issues/new')).toBe(true);
    expect(pattern.test('an element.me and line: 5')).toBe(false);
    expect(pattern.test('<https://user@T.me/example>')).toBe(true);
    expect(pattern.test('https://example.t.me')).toBe(true);
    expect(pattern.test('www.discord.gg/abc')).toBe(true);
  });

  test('one that the site defines in the place of another is its own', () => {
    const zoom = {
      title: 'Zoom room',
      example: 'blue',
      actions: { join: { template: 'https://rooms.example.org/{target}' } },
      default: 'join',
    };
    const own = resolveSettings({ services: { zoom } });
    const uri = 'https://zoom.us/j/1234567890';
    expect(readUri(uri, own)).toEqual({ kind: 'foreign' });
    expect(resolveAsWritten(`zoom:${uri}`, own)).toMatchObject({
      kind: 'link',
      url: 'https://rooms.example.org/https%3A%2F%2Fzoom.us%2Fj%2F1234567890',
    });
  });

  test('one of its own takes links as they are', () => {
    const notes = {
      title: 'Notes',
      example: 'tel:+12015550123',
      actions: { open: { template: 'https://notes.example.org/{target}' } },
      default: 'open',
    };
    const own = resolveSettings({ services: { notes } });
    expect(resolveAsWritten('notes:tel:+12015550123', own)).toMatchObject({
      kind: 'link',
      url: 'https://notes.example.org/tel%3A%2B12015550123',
    });
  });

  test('one that is turned off reads nothing', () => {
    const none = resolveSettings({ services: { tel: false } });
    expect(readUri('tel:+12015550123', none)).toEqual({ kind: 'foreign' });
  });
});
