import { describe, expect, test } from 'vitest';
import { fixtures } from './helpers/fixtures.js';
import { normalForm } from './helpers/normal-form.js';
import { format, render, usual } from './helpers/remark.js';

describe.each(fixtures)('$name', ({ has, input, options, path }) => {
  const plugins = usual(options);
  const rendered = () => render(input, plugins);

  test('HTML', async () => {
    const { error, html } = rendered();
    await expect(
      normalForm(error instanceof Error ? error.message : html),
    ).toMatchFileSnapshot(path('output.html'));
  });

  test('messages', async () => {
    const { messages } = rendered();
    if (messages.length === 0 && !has('messages.json')) return;
    const text = JSON.stringify(messages, undefined, 2) + '\n';
    await expect(text).toMatchFileSnapshot(path('messages.json'));
  });

  test('each suggestion is a link without a message', () => {
    const suggestions = rendered().messages.flatMap(
      (message) => message.expected ?? [],
    );
    for (const suggestion of suggestions) {
      const { error, html, messages } = render(
        suggestion,
        usual({ ...options, retired: 'ignore', invalid: 'warn' }),
      );
      expect({ suggestion, error, messages }).toEqual({ suggestion, messages: [] });
      expect(html).toMatch(/^<p><a href="/);
    }
  });

  test('formatting keeps what the page shows', async () => {
    const quiet = usual({ ...options, invalid: 'ignore' });
    const markdown = format(input, quiet);
    if (has('roundtrip.md')) {
      await expect(markdown).toMatchFileSnapshot(path('roundtrip.md'));
    }
    expect(render(markdown, quiet).html).toBe(render(input, quiet).html);
  });
});
