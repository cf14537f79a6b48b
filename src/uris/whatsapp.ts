import { uriReader } from './reader.js';

/**
 * WhatsApp: wa.me, and the pages that it leads to. A link without a number asks the reader for
 * whom it is.
 *
 * @see https://faq.whatsapp.com/ko/general/26000030/
 * @see https://fvdm.com/code/note-whatsapp-url-scheme
 *   Read on 2026-11-27.
 */
export const whatsappUris = uriReader({
  service: 'whatsapp',
  schemes: ['whatsapp'],
  hosts: [
    ...['wa.me', 'api.whatsapp.com', 'web.whatsapp.com', 'chat.whatsapp.com'],
    ...['whatsapp.com', 'www.whatsapp.com'],
  ],
  hasPlus: true,
  ignored: /^(?:type|app_absent)\b/,
  mistakes: [
    {
      pattern: /(\/wa\.me\/)(?:\+|%2B|00)/i,
      reason: 'the number has neither `+` nor `00` there',
      instead: '$1',
    },
    {
      pattern: /\/wa\.me\/[\d+%().-]*(?:%|[\s().-])/,
      reason: 'the number has only digits there',
    },
  ],
  forms: [
    { pattern: /^wa\.me\/([^/#a-z]+)$/i, before: '+', fields: { text: 'text' } },
    {
      pattern: /^(?:(?:api|web)\.whatsapp\.com\/|whatsapp:(?:\/\/)?)send\/?$/,
      fields: { phone: '+', text: 'text' },
    },
    { pattern: /^chat\.whatsapp\.com\/./, says: 'it is an invitation to a group' },
    { pattern: /^(?:www\.)?whatsapp\.com\/channel\/./, says: 'it is a channel' },
    {
      pattern: /^(?:wa\.me|(?:api|web)\.whatsapp\.com)/,
      says: 'it is not a chat with a number',
    },
  ],
});
