/**
 * Makes the pages of the site that have their source elsewhere: in the documentation of the
 * packages, and in the registry of services. What it writes is not in the repository.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { descriptions } from '../dist/descriptions/index.js';
import { services } from '../dist/services/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'site/src/content/docs');
/** Where the site is. */
const address = 'https://remark-contact-links.github.io/remark-contact-links/';
const repository = 'https://github.com/remark-contact-links/remark-contact-links';

/** Pages with their source elsewhere: the source, and the place on the site. */
const copied = [
  ['docs/moving-from-skype.md', 'moving'],
  ['docs/more-services.md', 'services/more'],
  ['docs/beside-other-tools.md', 'beside-other-tools'],
  ['docs/core.md', 'authors/core'],
  ['packages/contact-links/README.md', 'command-line', 'Command line'],
  ['packages/contact-links-language-server/README.md', 'editors', 'Editors'],
  ['packages/vscode-contact-links/README.md', 'vscode', 'VS Code'],
  ['packages/eslint-plugin-contact-links/README.md', 'linters/eslint', 'ESLint'],
  [
    'packages/markdownlint-rule-contact-links/README.md',
    'linters/markdownlint',
    'markdownlint',
  ],
  ...readdirSync(join(root, 'docs/generators')).map((name) => [
    `docs/generators/${name}`,
    `set-up/${name.replace('.md', '')}`,
  ]),
];
const places = new Map(copied.map(([source, place]) => [source, place]));

/**
 * Leads a link of a page to the place on the site, or to the repository.
 *
 * @param {string} url
 * @param {string} source
 * @param {string} place
 */
export function moveLink(url, source, place) {
  if (url.startsWith(address))
    return `${posix.relative(place, '.')}/${url.slice(address.length)}`;
  if (/^(?:[a-z]+:|#)/i.test(url)) return url;
  const [path, anchor] = url.split('#');
  const file = posix.join(dirname(source), path).replace(/\/$/, '');
  const target = places.get(file) ?? places.get(`${file}/README.md`);
  const end = anchor ? `#${anchor}` : '';
  if (!target) return `${repository}/blob/main/${file}${end}`;
  return `${posix.relative(place, target)}/${end}`;
}

/** @param {string} text */
function moveLinks(text, source, place) {
  // Code stays as it is.
  const parts = text.split(/(^ *(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ *\2[^\n]*$|`[^`\n]+`)/m);
  return parts
    .map((part, index) => {
      if (index % 3 === 2) return '';
      return index % 3 === 1 ? part : moveLinksInProse(part, source, place);
    })
    .join('');
}

/** @param {string} text */
function moveLinksInProse(text, source, place) {
  return text
    .replace(/(?<=\]\()[^)\s]+(?=\))/g, (url) => moveLink(url, source, place))
    .replace(/(?<=^\[[^\]]+\]: )\S+/gm, (url) => moveLink(url, source, place))
    .replace(/(?<= src(?:set)?=")[^"]+/g, (url) => moveLink(url, source, place));
}

function write(place, title, description, text) {
  const path = join(docs, `${place}.md`);
  mkdirSync(dirname(path), { recursive: true });
  const matter = { title, ...(description && { description }), editUrl: false };
  const lines = Object.entries(matter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  writeFileSync(path, `---\n${lines.join('\n')}\n---\n\n${text}`);
}

/** Leaves out the list of contents: the site has its own. */
function withoutContents(text) {
  return text.replace(/^## Contents\n[\s\S]*?(?=^## )/m, '');
}

// Files name these addresses in `$schema`.
const schemas = join(root, 'packages/contact-links/schemas');
cpSync(schemas, join(root, 'site/public/schemas'), { recursive: true });

for (const [source, place, title] of copied) {
  const text = readFileSync(join(root, source), 'utf8');
  const [heading = '', ...rest] = text.split('\n');
  const body = withoutContents(rest.join('\n').trimStart());
  write(place, title ?? heading.replace(/^# /, ''), '', moveLinks(body, source, place));
}

const list = (names) => names.map((name) => `\`${name}\``).join(', ');

/** What one action takes, as a section. */
function sectionOf(service, name, action) {
  const parameters = Object.entries(action.parameters);
  const { example = service.example, exampleParameters = '' } = action;
  const needed = parameters.filter(([, { required }]) => required);
  const description = descriptions[service.name];
  return [
    name ? `### \`${name}\`` : '### Without an action',
    '',
    ...(name ? [description.actions[name], ''] : []),
    needed.length > 0
      ? `Required: ${list(needed.map(([key]) => key))}.\n`
      : `\`\`\`markdown\n[[${service.name}:${name ? `${name} ` : ''}${example}${exampleParameters && ` ${exampleParameters}`}]]\n\`\`\`\n`,
    action.most === 1
      ? 'One for each link.'
      : action.most
        ? `A link reaches at most ${action.most}.`
        : 'Separate several with `;`.',
    ...(action.advised ? [`More than ${action.advised} get a warning.`] : []),
    '',
    ...(parameters.length > 0
      ? [
          '| parameter | what it is | also written | note |',
          '| --------- | ---------- | ------------ | ---- |',
          ...parameters.map(([key, parameter]) => {
            const notes = [
              parameter.required && 'required',
              parameter.fewestTargets &&
                `needs at least ${parameter.fewestTargets} targets`,
              parameter.values && `one of ${list(parameter.values)}`,
            ].filter(Boolean);
            const names = list(parameter.otherNames ?? []);
            const meaning = description.parameters[key];
            return `| \`${key}\` | ${meaning} | ${names} | ${notes.join('; ')} |`;
          }),
          '',
          '',
        ]
      : []),
  ].join('\n');
}

/** What a service is called on a page: with its name, where several have the same title. */
function titleOf({ name, title }) {
  const same = Object.values(services).filter((other) => other.title === title);
  const words = title.charAt(0).toUpperCase() + title.slice(1);
  return same.length > 1 ? `${words} (${name})` : words;
}

/** What the source of a service says in its docstring: the vendor's pages, with the day. */
function sourcesOf(name) {
  for (const file of readdirSync(join(root, 'src/services'))) {
    const text = readFileSync(join(root, 'src/services', file), 'utf8');
    const end = text.search(new RegExp(`^export const ${name} = `, 'm'));
    if (end < 0) continue;
    const docstring = text.slice(text.lastIndexOf('/**', end), end);
    return {
      pages: docstring.match(/https?:\/\/[^\s)]+/g) ?? [],
      day: /\d{4}-\d\d-\d\d/.exec(docstring)?.[0],
    };
  }
  return { pages: [], day: undefined };
}

for (const service of Object.values(services)) {
  const { actions, bare, name, otherNames = [], retired, settings = {} } = service;
  const { day, pages } = sourcesOf(name);
  const defaultName = Object.keys(actions).find((key) => actions[key] === bare);
  write(
    `services/${name}`,
    titleOf(service),
    descriptions[name].service,
    [
      retired ? `:::caution\n${retired}.\n:::\n` : '',
      `${descriptions[name].service} Its name is \`${name}\`${otherNames.length > 0 ? ` (or ${list(otherNames)})` : ''}. `,
      `Links begin with ${list(service.schemes.map((scheme) => `${scheme}:`))}.`,
      defaultName ? ` Without an action, the link is \`${defaultName}\`.` : '',
      '\n\n## Forms\n\n',
      ...(bare && !defaultName ? [sectionOf(service, '', bare)] : []),
      ...Object.entries(actions).map(([key, action]) =>
        sectionOf(service, key, action),
      ),
      ...(Object.keys(settings).length > 0
        ? [
            '\n## Settings\n\nOption `services` sets:\n\n',
            ...Object.entries(settings).map(
              ([key, { form }]) => `* \`${key}\`: ${form}\n`,
            ),
          ]
        : []),
      pages.length > 0 ? '\n## Source\n\n' : '',
      ...pages.map((page) => `* <${page}>${day ? `, read on ${day}` : ''}\n`),
    ].join(''),
  );
}

write(
  'services/index',
  'Services',
  'All services that come with remark-contact-links.',
  [
    '| service | name | what for | actions |\n',
    '| ------- | ---- | -------- | ------- |\n',
    ...Object.values(services).map(
      (service) =>
        `| [${titleOf(service)}](${service.name}/) | \`${service.name}\` | ${descriptions[service.name].service} | ${list(Object.keys(service.actions))} |\n`,
    ),
    '\n[More services](more/) have definitions to paste.\n',
  ].join(''),
);
