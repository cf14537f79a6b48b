import { describe, expect, test } from 'vitest';
import { createRemarkContactLinks } from '../src/light.js';
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

  test('writes shorthands back', () => {
    expect(format('[[tel:+1 201 555 0123|*us*]]\n', [plugin])).toBe(
      '[[tel:+1 201 555 0123|*us*]]\n',
    );
  });

  test('reports what is wrong', () => {
    const { messages } = render('[[zoom:joni 123 4567 8901]]', [plugin]);
    expect(messages).toMatchObject([
      { ruleId: 'unknown-action', expected: ['[[zoom:join 123 4567 8901]]'] },
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
    const contacts = { alice: { tel: '+12015550123' }, alina: { zoom: '12345678901' } };
    const { messages } = render('[[tel:@alcie]]', [[plugin, { contacts }]]);
    expect(messages).toMatchObject([
      { ruleId: 'unknown-contact', expected: ['[[tel:@alice]]'] },
    ]);
  });

  test('suggests nothing that is wrong itself', () => {
    const { messages } = render('[[zoom:joni 123]]', [plugin]);
    expect(messages).toMatchObject([{ ruleId: 'unknown-action', expected: undefined }]);
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
