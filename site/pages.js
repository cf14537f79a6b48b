/**
 * Makes the pages of the site whose source is elsewhere: in the documentation of the packages, and
 * in the registry of services. The files that it writes are not in the repository.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { resolveHead, resolveSettings } from '../dist/core/index.js';
import { descriptions } from '../dist/descriptions/index.js';
import { services } from '../dist/services/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = join(root, 'site/src/content/docs');
/** The address of the site. */
const address = 'https://remark-contact-links.github.io/remark-contact-links/';
const repository = 'https://github.com/remark-contact-links/remark-contact-links';

/** Pages whose source is elsewhere: the source, the place on the site, and the title. */
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
const places = new Map([['README.md', ''], ...copied]);

/** A file of the repository: pages of npm have no other way to name it. */
const ofRepository = new RegExp(
  `^${repository}(?:/(?:blob|tree)/main/([^#]+))?(?=#|$)`,
);

/**
 * Move a link to the page of its file on the site, or else to the repository.
 *
 * @param {string} url
 *   Where the link leads.
 * @param {string} source
 *   The file that has the link.
 * @param {string} place
 *   The place of that file on the site.
 * @returns {string}
 *   Where the link leads on the site.
 */
export function moveLink(url, source, place) {
  if (url.startsWith(address))
    return `${posix.relative(place, '.')}/${url.slice(address.length)}`;
  const named = ofRepository.exec(url);
  if (!named && /^(?:[a-z]+:|#)/i.test(url)) return url;
  const [path, anchor] = url.split('#');
  const file = named
    ? (named[1] ?? '')
    : posix.join(dirname(source), path).replace(/\/$/, '');
  const target = places.get(file) ?? places.get(posix.join(file, 'README.md'));
  const end = anchor && anchor !== 'readme' ? `#${anchor}` : '';
  if (target === undefined)
    return named ? url : `${repository}/blob/main/${file}${end}`;
  return `${posix.relative(place, target || '.')}/${end}`;
}

const parser = unified().use(remarkParse);

/** Move the links, images and definitions of a page to their places on the site. */
function moveLinks(text, source, place) {
  const urls = [];
  visit(parser.parse(text), (node) => {
    const { end, start } = node.position;
    const written = text.slice(start.offset, end.offset);
    if (node.type === 'html') {
      for (const { 0: url, index } of written.matchAll(/(?<= src(?:set)?=")[^"]+/g))
        urls.push({ url, at: start.offset + index });
      // Autolinks stay, as they show their URL.
    } else if (node.url !== undefined && /^!?\[/.test(written)) {
      // The last one, as the text of the link may have the URL, too.
      urls.push({ url: node.url, at: start.offset + written.lastIndexOf(node.url) });
    }
  });
  let moved = '';
  let end = 0;
  for (const { at, url } of urls.sort((a, b) => a.at - b.at)) {
    moved += text.slice(end, at) + moveLink(url, source, place);
    end = at + url.length;
  }
  return moved + text.slice(end);
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

/** Remove the list of contents: the site has its own. */
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

/** Values to show for settings. */
const settingValues = [
  'chat.example.org',
  'example.webex.com',
  'company.zoom.us',
  'T0123ABCD',
];

/** Find a value for a setting. */
function exampleOf({ matches, values }) {
  return values?.at(-1) ?? settingValues.find((value) => matches(value));
}

/** Make the options that set all settings of a service. */
function optionsOf({ name, settings = {} }) {
  const set = Object.entries(settings).map(([key, each]) => [key, exampleOf(each)]);
  return { services: { [name]: Object.fromEntries(set) } };
}

/** Resolve a shorthand, without options if possible, and else with all settings of its service. */
function resolveExample(service, head) {
  const result = resolveHead(head, resolveSettings());
  if (result.kind === 'link') return { ...result, needsOptions: false };
  const link = resolveHead(head, resolveSettings(optionsOf(service)));
  if (link.kind !== 'link') throw new Error(`${head}: ${link.reason}`);
  return { ...link, needsOptions: true };
}

/** Say how many addresses a link has. */
function countOf({ advised, most }) {
  if (most === 1) return 'one address';
  const several = `${most ? `up to ${most}` : 'one or several'}, with \`;\` between them`;
  return advised ? `${several}; more than ${advised} get a warning` : several;
}

function labelOf({ label }) {
  if (!label) return 'the address itself';
  const several = label.several ? `, or for several \`${label.several}\`` : '';
  return `\`${label.one}\`${several}`;
}

/** Write the section about an action. */
function sectionOf(service, name, action) {
  const parameters = Object.entries(action.parameters);
  const { example = service.example, exampleParameters = '' } = action;
  const description = descriptions[service.name];
  const head = `${service.name}:${[name, example, exampleParameters].filter(Boolean).join(' ')}`;
  const link = resolveExample(service, head);
  return [
    name ? `### \`${name}\`` : '### Without an action',
    '',
    ...(name ? [description.actions[name], ''] : []),
    `\`\`\`markdown\n[[${head}]]\n\`\`\`\n`,
    `\`\`\`html\n<a href="${link.url.replaceAll('&', '&amp;')}">${link.label}</a>\n\`\`\`\n`,
    ...(link.needsOptions ? ['This needs [a setting](#settings).\n'] : []),
    `* Address: ${name ? lowerFirst(description.addresses[name]) : likeOthers(service)}`,
    `* Each link has ${countOf(action)}.`,
    `* Default label: ${labelOf(action)}.`,
    '',
    ...(parameters.length > 0
      ? [
          '| parameter | what it is | also written | note |',
          '| --------- | ---------- | ------------ | ---- |',
          ...parameters.map(([key, parameter]) => {
            const notes = [
              parameter.fewestTargets &&
                `needs at least ${parameter.fewestTargets} addresses`,
              parameter.values && `one of ${list(parameter.values)}`,
            ].filter(Boolean);
            const names = list(parameter.otherNames ?? []);
            const meaning = description.parameters[key];
            return `| \`${key}\` | ${meaning} | ${names} | ${notes.join('; ')} |`;
          }),
          '',
          '',
        ]
      : ['']),
  ].join('\n');
}

/** Say which actions have the same addresses as a link without an action. */
function likeOthers({ actions, bare }) {
  const names = Object.keys(actions);
  const same = names.find((name) => actions[name].address === bare.address);
  return `as for ${(same ? [same] : names).map((name) => `[\`${name}\`](#${name})`).join(' or ')}.`;
}

/** Write a sentence as it goes on after a colon; names such as `XMPP` stay. */
function lowerFirst(sentence) {
  return sentence.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
}

/** Get the title of a service's page: with its name, where several have the same title. */
function titleOf({ name, title }) {
  const same = Object.values(services).filter((other) => other.title === title);
  const words = title.charAt(0).toUpperCase() + title.slice(1);
  return same.length > 1 ? `${words} (${name})` : words;
}

/** Get the vendor's pages, and the day, from the docstring of a service. */
function sourcesOf(name) {
  for (const file of readdirSync(join(root, 'src/services'))) {
    const text = readFileSync(join(root, 'src/services', file), 'utf8');
    const end = text.search(new RegExp(`^export const ${name} = `, 'm'));
    if (end < 0) continue;
    const docstring = text.slice(text.lastIndexOf('/**', end), end);
    const dayIn = (part) => /\d{4}-\d\d-\d\d/.exec(part)?.[0];
    // What is said of a page comes after it; one day may be for all.
    return [...docstring.matchAll(/(https?:\/\/[^\s)]+)((?:(?!https?:)[\s\S])*)/g)].map(
      ([, page, rest]) => ({ page, day: dayIn(rest) ?? dayIn(docstring) }),
    );
  }
  return [];
}

for (const service of Object.values(services)) {
  const { actions, bare, name, otherNames = [], retired, settings = {} } = service;
  const sources = sourcesOf(name);
  const defaultName = Object.keys(actions).find((key) => actions[key] === bare);
  write(
    `services/${name}`,
    titleOf(service),
    descriptions[name].service,
    [
      retired ? `:::caution\n${retired}.\n:::\n` : '',
      `${descriptions[name].service} Its name is \`${name}\`${otherNames.length > 0 ? ` (or ${list(otherNames)})` : ''}. `,
      `Links begin with ${list(service.schemes.map((scheme) => `${scheme}:`))}.`,
      defaultName
        ? ` Without an action, the link is \`${defaultName}\`, and its default label is the address.`
        : '',
      ' An address may also be [a link that you paste](../../write/#pasted-links), or `@` and a name of [your address book](../../address-book/).',
      '\n\n## Forms\n\n',
      ...(bare && !defaultName ? [sectionOf(service, '', bare)] : []),
      ...Object.entries(actions).map(([key, action]) =>
        sectionOf(service, key, action),
      ),
      ...(Object.keys(settings).length > 0
        ? [
            '\n## Settings\n\nIn option [`services`](../../options/):\n\n',
            `\`\`\`json\n${JSON.stringify(optionsOf(service))}\n\`\`\`\n\n`,
            ...Object.entries(settings).map(
              ([key, { form }]) => `* \`${key}\`: ${form}\n`,
            ),
          ]
        : []),
      sources.length > 0 ? '\n## Source\n\n' : '',
      ...sources.map(
        ({ day, page }) => `* <${page}>${day ? `, read on ${day}` : ''}\n`,
      ),
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
