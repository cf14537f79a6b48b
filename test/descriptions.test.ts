import { describe, expect, test } from 'vitest';
import { resolveHead, resolveSettings } from '../src/core/index.js';
import { type Description, descriptions } from '../src/descriptions/index.js';
import { services } from '../src/services/index.js';
import type { Service } from '../src/services/service.js';

/** A host for each service that can have one. */
const hosts = ['chat.example.org', 'example.webex.com', 'company.zoom.us'];
const settings = resolveSettings({
  services: Object.fromEntries(
    Object.values<Service>(services).flatMap(({ name, settings: { host } = {} }) =>
      host ? [[name, { host: hosts.find((each) => host.matches?.(each)) ?? '' }]] : [],
    ),
  ),
});

describe.each(
  Object.values(services).map((each): [string, Service] => [each.name, each]),
)('the description of %s', (name, { actions, bare }) => {
  const description: Description = descriptions[name as keyof typeof descriptions];
  const parameters = [bare, ...Object.values(actions)].flatMap((action) =>
    Object.keys(action?.parameters ?? {}),
  );

  test('is of what the service has, and nothing else', () => {
    expect(Object.keys(description.actions)).toEqual(Object.keys(actions));
    expect(Object.keys(description.addresses)).toEqual(Object.keys(actions));
    expect(Object.keys(description.parameters).sort()).toEqual(
      [...new Set(parameters)].sort(),
    );
  });

  test.each(Object.entries(actions))('shows addresses that %s takes', (key, action) => {
    const shown = description.addresses[key]
      ?.split('`')
      .filter((_, at) => at % 2 === 1);
    expect(shown).not.toEqual([]);
    for (const address of shown ?? []) {
      const { exampleParameters = '' } = action;
      const head = `${name}:${key} ${address} ${exampleParameters}`.trim();
      expect(resolveHead(head, settings)).toMatchObject({ kind: 'link', advice: [] });
    }
  });

  test('is in sentences, and has no Markdown other than code', () => {
    const sentences = [
      description.service,
      ...Object.values(description.actions),
      ...Object.values(description.addresses),
      ...Object.values(description.parameters),
    ];
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^(?:[A-Z`][^*_[\]<>\n]*\.)$/);
    }
  });
});

test('a description says so where everybody can read a secret', () => {
  for (const service of Object.values<Service>(services)) {
    for (const action of Object.values(service.actions)) {
      for (const [key, { secret = false }] of Object.entries(action.parameters)) {
        const description: Description =
          descriptions[service.name as keyof typeof descriptions];
        expect(/Everybody can read it/.test(description.parameters[key] ?? '')).toBe(
          secret,
        );
      }
    }
  }
});
