import { descriptions } from 'remark-contact-links/descriptions';
import { services as builtIn, type Service } from 'remark-contact-links/services';
import { configurable, levels } from '../../src/plain-links/rules.js';

/** A JSON Schema, or a part of one. */
export type Schema = { readonly [key: string]: unknown };

const services: ReadonlyArray<Service> = Object.values(builtIn);

/** Where the schemas are served. */
const address = 'https://remark-contact-links.github.io/remark-contact-links/schemas/';

const text: Schema = { type: ['string', 'null'] };
/** Option `$schema` itself. */
const $schema: Schema = {
  type: 'string',
  description: 'The form of this file, for editors.',
};
const inWords =
  'where `{targets}` are the addresses or names, and `{service}` is the service';

function choice(values: ReadonlyArray<string>, description: string): Schema {
  return { enum: [...values, null], description };
}

/** A table with some keys that are known. */
function table(
  properties: Readonly<Record<string, Schema>>,
  description: string,
  others: Schema | false,
): Schema {
  return {
    type: ['object', 'null'],
    description,
    properties,
    additionalProperties: others,
  };
}

/** A table by the names of services, other names included. */
function byService(
  schemaOf: (service: Service) => Schema,
  description: string,
  others: Schema,
): Schema {
  const entries = services.flatMap((service) =>
    [service.name, ...(service.otherNames ?? [])].map((name) => [
      name,
      schemaOf(service),
    ]),
  );
  return table(Object.fromEntries(entries), description, others);
}

/** A contact of the address book. */
const contact: Schema = byService(
  ({ example, name }) => ({
    ...text,
    description: `${descriptions[name as keyof typeof descriptions].service} For example \`${example}\`.`,
    examples: [example],
  }),
  'Addresses by service.',
  text,
);

const person: Schema = {
  ...contact,
  properties: {
    name: {
      ...text,
      description: 'What labels say. Default: the key of the contact.',
    },
    ...(contact.properties as Schema),
  },
};

/** The keys of contacts. */
const contactNames: Schema = { '^[\\w.-]+$': { $ref: '#/definitions/contact' } };

const label: Schema = {
  anyOf: [
    text,
    {
      type: 'object',
      properties: { one: { type: 'string' }, several: text },
      required: ['one'],
      additionalProperties: false,
    },
  ],
};

const customService: Schema = {
  type: 'object',
  description: 'A service of your own.',
  properties: {
    title: { type: 'string', description: 'Its name for people.' },
    example: { type: 'string', description: 'An address, which messages show.' },
    default: { ...text, description: 'The action of a shorthand that names none.' },
    actions: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^[A-Za-z][\\w-]*$' },
      additionalProperties: {
        type: 'object',
        properties: {
          template: {
            type: 'string',
            description:
              'The URL, as a URI Template: `https://chat.example/{target}{?text}`.',
          },
          pattern: {
            ...text,
            description: 'A regular expression for a whole address.',
          },
          form: { ...text, description: 'What an address looks like, in words.' },
          most: {
            type: ['integer', 'null'],
            minimum: 1,
            description: 'How many people a link can reach. Default: `1`.',
          },
          parameters: {
            type: ['object', 'null'],
            propertyNames: { pattern: '^[A-Za-z][\\w-]*$' },
            additionalProperties: {
              type: ['object', 'null'],
              properties: { required: { type: ['boolean', 'null'] } },
              additionalProperties: false,
            },
          },
          label: { $ref: '#/definitions/label' },
        },
        required: ['template'],
        additionalProperties: false,
      },
    },
  },
  required: ['title', 'example', 'actions'],
  additionalProperties: false,
};

/** What can be set about a service. */
function settingsOf({ settings = {}, title }: Service): Schema {
  const properties = Object.entries(settings).map(([name, { form, values }]) => [
    name,
    values
      ? choice(values, `Allowed: ${form}.`)
      : { ...text, description: `Allowed: ${form}.` },
  ]);
  return {
    description: `\`false\` turns ${title} off; an object changes its settings, or defines it anew.`,
    anyOf: [
      { enum: [false, null] },
      ...(properties.length > 0
        ? [
            {
              type: 'object',
              properties: Object.fromEntries(properties),
              additionalProperties: false,
            },
          ]
        : []),
      { $ref: '#/definitions/customService' },
    ],
  };
}

/** `skype`, `skype:call`, and what comes after the name of a service. */
function scopes(ends: ReadonlyArray<string>): Array<string> {
  return services.flatMap(({ actions, name }) => [
    name,
    ...[...ends, ...Object.keys(actions)].map((action) => `${name}:${action}`),
  ]);
}

const attributes: Schema = {
  type: ['object', 'null'],
  patternProperties: {
    '^(?:class|id|rel|title|target|lang|dir|hreflang|type|role|tabindex|translate|referrerpolicy|data-[a-z\\d-]+|aria-[a-z]+)$':
      { type: ['string', 'number', 'boolean', 'null'] },
  },
  additionalProperties: false,
};

/** A service, or one of its actions. */
const scope: Schema = {
  type: ['string', 'null'],
  examples: scopes([]),
};

/** Both schemas, by the names of their files. */
export function makeSchemas(): Record<string, Schema> {
  return {
    'configuration.json': {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `${address}configuration.json`,
      title: 'Configuration of contact-links',
      description: 'Options of remark-contact-links, and what the tools look at.',
      type: 'object',
      properties: {
        $schema,
        plugins: {
          type: ['array', 'object', 'null'],
          description: 'Plugins of remark whose syntax the files use.',
        },
        components: {
          type: ['array', 'null'],
          items: { type: 'string', pattern: '^[\\p{L}$_][\\p{L}\\p{N}$_.:-]*$' },
          description: 'Components of JSX whose `href` is a link.',
        },
        rules: table(
          Object.fromEntries(configurable.map((name) => [name, { enum: [...levels] }])),
          'Levels of rules about links that are not shorthands.',
          false,
        ),
        invalid: choice(
          ['warn', 'error', 'ignore'],
          'What happens to a shorthand that cannot become a link. Default: `warn`.',
        ),
        retired: choice(
          ['info', 'ignore'],
          'Whether links to services that have closed are reported. Default: `info`.',
        ),
        nearMisses: choice(
          ['warn', 'ignore'],
          'Whether text that is nearly a shorthand is reported. Default: `warn`.',
        ),
        services: byService(settingsOf, 'Services by name.', {
          anyOf: [{ enum: [false, null] }, { $ref: '#/definitions/customService' }],
        }),
        contacts: {
          type: ['object', 'null'],
          description:
            'The address book: `@alice` in a shorthand is the entry `alice`.',
          properties: { $schema },
          patternProperties: contactNames,
          additionalProperties: false,
        },
        labels: byService(
          ({ actions }) =>
            table(
              Object.fromEntries(
                Object.keys(actions).map((name) => [
                  name,
                  { $ref: '#/definitions/label' },
                ]),
              ),
              'Labels by action.',
              false,
            ),
          `Default labels by service and action, ${inWords}.`,
          {
            type: ['object', 'null'],
            additionalProperties: { $ref: '#/definitions/label' },
          },
        ),
        locale: {
          ...text,
          description: 'The language in which names are joined. Default: `en`.',
          examples: ['de', 'fr', 'zh-Hans'],
        },
        attributes: table(
          Object.fromEntries(
            ['*', '*:app', ...scopes([])].map((scope) => [
              scope,
              { $ref: '#/definitions/attributes' },
            ]),
          ),
          'Attributes of anchors: for all links, those that open an app, a service, an action.',
          { $ref: '#/definitions/attributes' },
        ),
        redirect: table(
          {
            hosts: {
              type: ['object', 'string', 'null'],
              additionalProperties: text,
              description:
                'New hosts by the old ones: `{"irc.freenode.net": "irc.libera.chat"}`.',
            },
            links: {
              type: ['object', 'string', 'null'],
              additionalProperties: text,
              description:
                'Shorthands, without brackets, by the URLs whose place they take.',
            },
            ...Object.fromEntries(
              scopes(['']).map((from) => [from, { $ref: '#/definitions/scope' }]),
            ),
          },
          'Services that take the place of others: `{"skype": "teams"}`.',
          { $ref: '#/definitions/scope' },
        ),
      },
      additionalProperties: false,
      definitions: { contact: person, label, customService, attributes, scope },
    },
    'address-book.json': {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `${address}address-book.json`,
      title: 'Address book of contact-links',
      description:
        'Addresses by service, for the names that shorthands use: `@alice` is the entry `alice`.',
      type: 'object',
      properties: { $schema },
      patternProperties: contactNames,
      additionalProperties: false,
      definitions: { contact: person },
    },
  };
}
