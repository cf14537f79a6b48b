import { describe, expect, test } from 'vitest';
import {
  contactLinkSanitizeSchema,
  contactLinkUrlTransform,
  createRemarkContactLinks,
  toMarkdown,
} from '../src/light.js';
import { tel, zoom } from '../src/services/index.js';
import { telUris, zoomUris } from '../src/uris/index.js';
import { format, render } from './helpers/remark.js';

const plugin = createRemarkContactLinks([tel, zoom]);

describe('the light entry', () => {
  test('knows the services that it is given, and leaves others as text', () => {
    const { html, messages } = render(
      '[[tel:+1 201 555 0123]], [[zoom:123 4567 8901|*us*]], [[skype:echo123]]',
      [plugin],
    );
    expect(html).toBe(
      '<p><a href="tel:+12015550123">+1 201 555 0123</a>, <a href="https://zoom.us/j/12345678901"><em>us</em></a>, [[skype:echo123]]</p>',
    );
    expect(messages).toEqual([]);
  });

  test('writes shorthands back where it is given what does so', () => {
    const markdown = '[[tel:+1 201 555 0123|*us*]] [[tel:x]]\n';
    const writing = createRemarkContactLinks([tel], { toMarkdown });
    expect(format(markdown, [writing])).toBe(markdown);
    expect(() => format(markdown, [plugin])).toThrow(
      'remark-contact-links/light writes no Markdown; pass `toMarkdown` to it, or use `remark-contact-links`',
    );
  });

  test.each([
    [
      '[[zoom:joni 123 4567 8901]]',
      'unknown-action',
      'Unknown action `joni` for zoom; did you mean `join`?',
    ],
    [
      '[[zoom:jnio 123 4567 8901]]',
      'unknown-action',
      'Unknown action `jnio` for zoom; use `join`',
    ],
    [
      '[[tel:+1 201 555 0123 etx=1]]',
      'unknown-parameter',
      'Unknown parameter `etx`; did you mean `ext`?',
    ],
    [
      '[[tel:+1 201 555 0123;+1 201 555 0124|us]]',
      'too-many-targets',
      'Phone links take one number, found 2; write one shorthand for each number, each with its own label',
    ],
    [
      '[[tel:+1 201 555 0123]',
      'unclosed',
      'Unclosed shorthand: one `]` does not close it; write `]]`, or `\\]` in a label',
    ],
  ])('says of %s what is wrong, and not what to write instead', (...parts) => {
    const [markdown, ruleId, reason] = parts;
    const { messages } = render(markdown, [plugin]);
    expect(messages).toMatchObject([
      { ruleId, reason, actual: markdown, expected: undefined },
    ]);
  });

  test('has no secrets to hide where no service has one', () => {
    const { messages } = render('[[tel:key=x]]', [createRemarkContactLinks([tel])]);
    expect(messages).toMatchObject([
      { reason: expect.stringContaining('`key=x`'), ruleId: 'invalid-target' },
    ]);
  });

  test('looks for no near misses', () => {
    expect(render('[[zomo:123 4567 8901]]', [plugin]).messages).toEqual([]);
    const quiet = render('', [[plugin, { nearMisses: 'ignore' }]]);
    expect(quiet.error).toBeUndefined();
  });

  test('reads pasted links of the services whose readers it is given', () => {
    const withReaders = createRemarkContactLinks([tel, zoom], {
      readers: [telUris, zoomUris],
    });
    const markdown = '[[zoom:https://zoom.us/j/1234567890?pwd=x]]';
    expect(render(markdown, [withReaders]).html).toBe(
      '<p><a href="https://zoom.us/j/1234567890?pwd=x">1234567890</a></p>',
    );
    expect(render(markdown, [plugin]).messages).toMatchObject([
      {
        ruleId: 'invalid-target',
        reason:
          'Cannot reach `https://zoom.us/j/1234567890?pwd=…`: a Zoom meeting is written by its number of 9 to 11 digits, or `my/name`',
      },
    ]);
    expect(render('[[tel:mailto:a@b.example]]', [withReaders]).messages).toMatchObject([
      {
        reason:
          'Cannot reach `mailto:a@b.example`: a phone number has digits, not letters',
      },
    ]);
  });

  test('finds the name that was meant, of those with the service', () => {
    const contacts = { alice: { tel: '+12015550123' }, alcia: { zoom: '12345678901' } };
    const { messages } = render('[[tel:@alcie]]', [[plugin, { contacts }]]);
    expect(messages).toMatchObject([
      { reason: 'Unknown contact `@alcie`; did you mean `@alice`?' },
    ]);
  });

  test('lets the schemes of its services through', () => {
    const schema = { protocols: { href: ['https'] } };
    expect(contactLinkSanitizeSchema(schema, [tel, zoom])).toEqual({
      protocols: { href: ['https', 'tel'] },
    });
    const options = { services: { tel: false } } as const;
    expect(contactLinkSanitizeSchema(schema, [tel, zoom], options)).toEqual(schema);
    const urlTransform = contactLinkUrlTransform(() => '', [tel]);
    expect(urlTransform('tel:+12015550123', 'href', undefined)).toBe(
      'tel:+12015550123',
    );
    expect(urlTransform('skype:echo123', 'href', undefined)).toBe('');
  });

  test('takes the options of the plugin', () => {
    const { html } = render('[[tel:@us]]', [
      [plugin, { contacts: { us: { name: 'Us', tel: '+12015550123' } } }],
    ]);
    expect(html).toBe('<p><a href="tel:+12015550123">Us</a></p>');
  });

  test.each([
    [
      { contacts: { us: { teams: 'a@example.com' } } },
      'Wrong option `contacts.us.teams` for remark-contact-links: it does not exist; expected `tel` or `zoom`',
    ],
    [
      { services: { crm: { title: 'CRM' } } },
      'Wrong option `services.crm` for remark-contact-links: this entry knows only the services that it is given',
    ],
    [
      { redirect: { tel: 'zoom' } },
      'Wrong option `redirect` for remark-contact-links: this entry does not redirect; use `remark-contact-links`',
    ],
    [
      { nearMisses: 'warn' },
      'Wrong option `nearMisses` for remark-contact-links: this entry does not look for them; use `remark-contact-links`',
    ],
    [
      { invald: 'warn' },
      'Wrong option `invald` for remark-contact-links: it does not exist; did you mean `invalid`?',
    ],
  ])('refuses %j', (options, message) => {
    expect(render('', [[plugin, options]]).error).toEqual(
      expect.objectContaining({ message }),
    );
  });
});
