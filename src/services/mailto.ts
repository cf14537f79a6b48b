import { encode, encodeFields } from './encode.js';
import { forbiddenInTarget } from './forbidden.js';
import type { Action, Parameter, Service } from './service.js';
import { email } from './targets.js';

/** Split a value that may hold several addresses. */
function split(value: string | undefined): Array<string> | undefined {
  return value?.split(/[,;]/).map((text) => text.trim());
}

const copies: Parameter = {
  check: (value) =>
    split(value)?.every((text) => !forbiddenInTarget(text) && 'address' in email(text))
      ? undefined
      : 'write addresses such as `name@example.com`, with `,` between them',
};

function address(text: string): string {
  const at = text.lastIndexOf('@');
  return `${encode(text.slice(0, at))}@${encode(text.slice(at + 1))}`;
}

const write = {
  address: email,
  // A local part in quotes (RFC 5322 section 3.4.1) can hold anything.
  wholeTarget: /"(?:[^"\\]|\\.){1,64}"@[^\s;"]+/y,
  noun: 'address',
  parameters: {
    subject: { isText: true, otherNames: ['title', 'topic', 're'] },
    cc: copies,
    bcc: copies,
    body: { isText: true, otherNames: ['text', 'message', 'content'] },
  },
  label: { one: 'Email {targets}' },
  href: (targets, { bcc, body, cc, subject }) => {
    const people = encodeFields('', { cc: split(cc), bcc: split(bcc) }, '@');
    const fields = [encodeFields('', { subject }), people, encodeFields('', { body })];
    const query = fields.filter(Boolean).join('&');
    return `mailto:${targets.map(address).join(',')}${query && `?${query}`}`;
  },
} satisfies Action;

/**
 * E-mail, by RFC 6068. Links can have the headers that are safe by its section 4, and copies;
 * never one that attaches a file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6068
 */
export const mailto = {
  name: 'mailto',
  otherNames: ['email', 'mail'],
  title: 'e-mail',
  schemes: ['mailto'],
  example: 'support@example.com',
  bare: write,
  actions: { email: write },
} satisfies Service;
