import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import contactLinks, { contactLinkSanitizeSchema } from 'remark-contact-links';
import { defaultRehypePlugins, Streamdown } from 'streamdown';

const { harden, raw, sanitize } = defaultRehypePlugins;
const [rehypeSanitize, schema] = sanitize;
const properties = {
  // Else a link is a button that asks first.
  linkSafety: { enabled: false },
  rehypePlugins: [raw, [rehypeSanitize, contactLinkSanitizeSchema(schema)], harden],
  remarkPlugins: [[contactLinks, { invalid: 'error' }]],
};

mkdirSync('site', { recursive: true });
for (const name of readdirSync('pages')) {
  const page = createElement(
    Streamdown,
    properties,
    readFileSync(`pages/${name}`, 'utf8'),
  );
  writeFileSync(`site/${name}.html`, renderToStaticMarkup(page));
}
