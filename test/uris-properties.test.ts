import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUri, resolveSettings } from '../src/core/index.js';
import { services as builtIn } from '../src/services/index.js';
import type { Action, Service } from '../src/services/service.js';

/** A server, of one's own or of the service. */
function hostsOf({ name, settings }: Service): Array<string> {
  const { form = '', matches } = settings?.host ?? {};
  const own = `${name}.example.org:8443`;
  return matches?.(own) ? [own] : (/`(.+)`/.exec(form)?.slice(1) ?? []);
}

/** Services, those on servers of one's own with a server. */
const settings = resolveSettings({
  services: Object.fromEntries(
    Object.values(builtIn).flatMap((service: Service) =>
      hostsOf(service).map((host) => [service.name, { host }]),
    ),
  ),
});
const services = [...settings.services.values()];

/** Each thing that a shorthand can do: an action of a service, or none. */
const doings = services.flatMap((service) => [
  ...Object.entries(service.actions).map(([name, action]) => ({
    service,
    name,
    action,
  })),
  ...(service.bare ? [{ service, name: null, action: service.bare }] : []),
]);

const examples = doings.flatMap(({ action, service }) => [
  service.example,
  ...(action.example === undefined ? [] : [action.example]),
]);
const word = fc.stringMatching(/^[a-z][a-z\d]{3,11}$/);
const digits = fc.stringMatching(/^[1-9]\d{8,10}$/);

/** What a target of some service may be; each takes what it can. */
const anyTarget = fc.oneof(
  fc.constantFrom(...examples),
  digits.map((number) => `+${number}`),
  digits.map((number) => `+${number.slice(0, 3)} (${number.slice(3, 6)}) 55-5`),
  fc.tuple(word, word).map(([name, host]) => `${name}@${host}.example`),
  fc.tuple(word, word).map(([name, host]) => `${name}+x.y_z@${host}.example`),
  fc.tuple(word, word).map(([name, host]) => `${name};ext=5@${host}.example:5061`),
  fc.tuple(word, word).map(([name, room]) => `${name}@${room}.example/a b?c#d`),
  fc.constantFrom('"a,b;c"@d.example', 'jörg@bücher.example', 'a%40b@c.example'),
  fc.constantFrom('live:.cid.1a2b3c', 'a,b.c-d_e', 'Our_Meeting', 'Grüße', '.a'),
  fc.constantFrom('#a/b:c.example', '#a b:c.example', '@a/b:c.example:8448'),
  fc.constantFrom('!AbC_d-1', '#ü:c.example', '112', '555-0123', '12345'),
  word,
  digits,
);

const text = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .filter((value) => value.trim() !== '' && /^[^\p{Cc}\p{Cs}]*$/u.test(value))
  .filter((value) => !/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(value));
const anyValue = fc.oneof(
  text,
  text,
  fc.constantFrom('a=b&c=d;e=f?g#h', '100% + 1', ' x ', '%41', '+', '1', '12'),
  fc.constantFrom('a@b.example', 'a@b.example,c@d.example', 'a.example,b.example:8448'),
  fc.constantFrom('2026-03-01T10:00:00+01:00', '2026-03-01T10:30Z', 'tls', 'TCP'),
  fc.constantFrom('+1-201', 'example.com', 'T0EXAMPLE', 'key', 'a.example'),
);

interface Written {
  action: Action;
  name: string | null;
  service: Service;
  addresses: readonly [string, ...Array<string>];
  parameters: Readonly<Record<string, string>>;
}

/** The addresses of targets that an action takes. */
function addressesOf(action: Action, targets: ReadonlyArray<string>) {
  const found = targets.flatMap((target) => {
    const result = action.address(target);
    return 'address' in result ? [result.address] : [];
  });
  return found.slice(0, action.most ?? 9) as [string, ...Array<string>];
}

/** A shorthand of an action, with whatever of the given it can have. */
function written(
  { action, name, service }: (typeof doings)[number],
  targets: ReadonlyArray<string>,
  values: ReadonlyArray<string>,
): Written | undefined {
  const addresses = addressesOf(action, targets);
  if (addresses[0] === undefined) return undefined;
  const entries = Object.entries(action.parameters).flatMap(([key, parameter]) => {
    const { check, fewestTargets = 1 } = parameter;
    if (addresses.length < fewestTargets) return [];
    const value = values.find((each) => check?.(each) === undefined);
    return value === undefined ? [] : [[key, value] as const];
  });
  const full = Object.fromEntries(entries);
  // Whether it is with all of them, or with each that is needed.
  const needed = entries.filter(([key]) => action.parameters[key]?.required);
  const choices = [full, ...entries.map(([key, value]) => ({ [key]: value })), {}];
  const parameters = choices
    .map((each) => ({ ...Object.fromEntries(needed), ...each }))
    .find((each) => action.conflict?.(addresses, each) === undefined);
  return parameters && { action, name, service, addresses, parameters };
}

const some = fc.tuple(
  fc.array(anyTarget, { minLength: 8, maxLength: 16 }),
  fc.array(anyValue, { minLength: 4, maxLength: 12 }),
);

describe.each(doings)('$service.name:$name', (doing) => {
  test('reading the link of a shorthand gives the shorthand', () => {
    let count = 0;
    fc.assert(
      fc.property(some, ([targets, values]) => {
        const { action: chosen, service: of } = doing;
        const own = chosen.example ?? of.example;
        const shorthand = written(doing, [...targets, own], values);
        if (!shorthand) return;
        count++;
        const { action, addresses, parameters, service } = shorthand;
        const href = action.href(addresses, parameters);
        const answer = readUri(href, settings);
        if (answer.kind !== 'read') {
          throw new Error(`Expected ${href} to be read, got ${JSON.stringify(answer)}`);
        }
        const { contact } = answer;
        expect(contact.service).toBe(service.name);
        const read =
          contact.action === null ? service.bare : service.actions[contact.action];
        if (!read) throw new Error(`Expected an action of ${service.name}`);
        expect(addressesOf(read, contact.targets)).toEqual(addresses);
        expect(Object.keys(contact.parameters).sort()).toEqual(
          Object.keys(parameters).sort(),
        );
        for (const [key, value] of Object.entries(contact.parameters)) {
          // Lists and names are the same in several spellings; texts are not.
          if (!action.parameters[key]?.check) expect(value).toBe(parameters[key]);
        }
        const again = contact.parameters as Record<string, string>;
        expect(read.href(addresses, again)).toBe(href);
      }),
      { numRuns: 400 },
    );
    // So that none is left out because nothing fits it.
    expect(count).toBeGreaterThan(20);
  });
});

describe('any text', () => {
  const starts = [...settings.readers.keys()].flatMap((start) => {
    const host = start.replace('*', 'x');
    return start.endsWith(':') ? [start, `${start}//`] : [`https://${host}/`, host];
  });
  const part = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '?',
      '&',
      ';',
      ',',
      '#',
      '%',
      '%20',
      '%2B',
      '+',
      '=',
      '@',
    ),
    fc.constantFrom(
      ':',
      '.',
      '-',
      ' ',
      '\n',
      '[',
      ']',
      '<',
      '{',
      '%ZZ',
      '\uD800',
      '::',
    ),
    fc.constantFrom(
      'j/',
      'l/chat/0/0?users=',
      'send?phone=',
      '#/',
      '#p/',
      'resolve?domain=',
    ),
    fc.constantFrom(
      'text=',
      'body=',
      'subject=',
      'pwd=',
      'action=join',
      'call',
      'via=',
    ),
    fc.constantFrom('__proto__=1', 'constructor', 'toString=', 'hasOwnProperty=x'),
    anyTarget,
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const uri = fc
    .tuple(fc.constantFrom(...starts), fc.array(part, { maxLength: 8 }))
    .map(([start, parts]) => start + parts.join(''));

  test('has an answer; what is read is stable, and what is to be written is right', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(uri, (written) => {
        const answer = readUri(written, settings);
        kinds.add(answer.kind);
        if (answer.kind === 'wrong' && answer.instead !== undefined) {
          expect(readUri(answer.instead, settings).kind).toMatch(
            /^(?:read|inexpressible)$/,
          );
        }
        if (answer.kind !== 'read') return;
        const { action: name, parameters, service: of, targets } = answer.contact;
        const service = settings.services.get(of);
        const action = name === null ? service?.bare : service?.actions[name];
        if (!action) throw new Error(`Expected an action of ${of}`);
        const addresses = addressesOf(action, targets);
        // Of Skype, which has closed, whatever is there is read.
        if (addresses.length < targets.length && service?.retired) return;
        expect(addresses).toHaveLength(targets.length);
        const given = parameters as Record<string, string>;
        const isKnown = Object.keys(given).every((key) => key in action.parameters);
        if (!isKnown && service?.retired) return;
        const href = action.href(addresses, given);
        const again = readUri(href, settings);
        expect(again).toMatchObject({ kind: 'read', contact: { service: of } });
        if (again.kind !== 'read') return;
        expect(addressesOf(action, again.contact.targets)).toEqual(addresses);
        expect(again.contact.parameters).toEqual(parameters);
      }),
      { numRuns: 8000 },
    );
    expect([...kinds].sort()).toEqual(['foreign', 'inexpressible', 'read', 'wrong']);
  });
});
