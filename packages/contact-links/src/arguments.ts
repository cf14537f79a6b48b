import { parseArgs } from 'node:util';
import { CommandError, reasonOf } from './command-error.js';
import { didYouMean } from './did-you-mean.js';

/** What the tool can do. */
export type CommandName = 'check' | 'expand' | 'list' | 'migrate';

const commands: Readonly<Record<CommandName, string>> = {
  check:
    'Report shorthands and links that are wrong, or lead to services that have closed.',
  expand: 'Write shorthands as plain links, for tools that have no plugin.',
  list: 'List whom links reach: service, person, address and place.',
  migrate: 'Move links to other services or hosts; shows a diff until `--write`.',
};

interface Option {
  name: string;
  short?: string;
  /** Name of its value. Default: the option has none, and is on or off. */
  value?: string;
  /** Whether it can be given more than once. */
  multiple?: true;
  /** Whether it is on by default; then it is shown as `--no-name`. */
  on?: true;
  /** The command that has it. Default: all. */
  of?: CommandName;
  description: string;
}

/** The options; those that unified-args has too have the same names. */
const options: ReadonlyArray<Option> = [
  { name: 'contacts', short: 'c', value: 'file', description: 'address book, as JSON' },
  {
    name: 'from',
    value: 'service',
    of: 'migrate',
    description: 'a service, open or gone, one of its actions, or a host',
  },
  {
    name: 'to',
    value: 'service',
    of: 'migrate',
    description: 'teams (default), another service or action, shorthand, or a host',
  },
  { name: 'write', of: 'migrate', description: 'change the files' },
  {
    name: 'init-contacts',
    of: 'migrate',
    description: 'add who is missing to the file of --contacts; change no page',
  },
  {
    name: 'by',
    value: 'field',
    of: 'list',
    description: '`person`, which groups the list by people',
  },
  {
    name: 'fix',
    of: 'check',
    description: 'change links where it is sure what is meant',
  },
  {
    name: 'fix-dry-run',
    of: 'check',
    description: 'show what --fix changes, as a diff',
  },
  {
    name: 'baseline',
    value: 'file',
    of: 'check',
    description: 'report only what is not in that file',
  },
  {
    name: 'update-baseline',
    of: 'check',
    description: 'write everything that is reported into that file',
  },
  {
    name: 'component',
    value: 'names',
    multiple: true,
    of: 'check',
    description: 'JSX components whose `href` is a link',
  },
  {
    name: 'online',
    of: 'check',
    description: 'ask servers whether invitations and meetings are still there',
  },
  {
    name: 'cache',
    value: 'file',
    of: 'check',
    description: 'with --online: remember answers for a day',
  },
  {
    name: 'allow-private',
    of: 'check',
    description: 'with --online: ask servers at private addresses too',
  },
  { name: 'frail', short: 'f', description: 'exit with 1 on warnings too' },
  {
    name: 'report',
    value: 'reporter',
    description: 'lines (default), json, github, sarif, or a vfile reporter',
  },
  { name: 'quiet', short: 'q', description: 'print no summary and no progress' },
  { name: 'watch', short: 'w', of: 'check', description: 'check files as they change' },
  {
    name: 'out',
    value: 'folder',
    of: 'expand',
    description: 'for a folder: where its copy with plain links is written',
  },
  {
    name: 'for',
    value: 'host',
    of: 'expand',
    description: 'github: report links whose address GitHub removes',
  },
  { name: 'file-path', value: 'path', description: 'path that standard input has' },
  {
    name: 'ext',
    short: 'e',
    value: 'extensions',
    description: 'default: md,markdown,mdx',
  },
  { name: 'rc-path', short: 'r', value: 'path', description: 'configuration file' },
  { name: 'config', on: true, description: 'do not look for configuration files' },
  { name: 'ignore-path', short: 'i', value: 'path', description: 'ignore file' },
  {
    name: 'ignore-pattern',
    value: 'globs',
    multiple: true,
    description: 'patterns to ignore, besides those of ignore files',
  },
  { name: 'ignore', on: true, description: 'do not look for ignore files' },
  { name: 'help', short: 'h', description: 'print this' },
  { name: 'version', short: 'v', description: 'print the version' },
];

/** What the person at the terminal asks for. */
export interface Arguments {
  command: CommandName | undefined;
  paths: Array<string>;
  contacts: string | undefined;
  /** Components of JSX whose `href` is a link. */
  components: Array<string>;
  from: string | undefined;
  to: string | undefined;
  by: string | undefined;
  /** The folder that an expanded folder goes to. */
  out: string | undefined;
  /** The host that shows expanded pages. */
  for: string | undefined;
  /** Whether servers are asked about links. */
  online: boolean;
  /** The file that remembers what servers say. */
  cache: string | undefined;
  allowPrivate: boolean;
  write: boolean;
  fix: boolean;
  fixDryRun: boolean;
  baseline: string | undefined;
  updateBaseline: boolean;
  initContacts: boolean;
  frail: boolean;
  report: string;
  quiet: boolean;
  watch: boolean;
  /** With their dots. */
  extensions: Array<string>;
  /** The path that standard input has. */
  filePath: string | undefined;
  rcPath: string | undefined;
  detectConfig: boolean;
  ignorePath: string | undefined;
  ignorePatterns: Array<string>;
  detectIgnore: boolean;
  help: boolean;
  version: boolean;
}

/**
 * Read the arguments of the command line.
 *
 * @throws {CommandError}
 *   When they cannot be understood.
 */
export function parseArguments(argv: ReadonlyArray<string>): Arguments {
  const { positionals, values } = parse(argv);
  const [command, ...paths] = positionals;
  if (command !== undefined && !Object.hasOwn(commands, command)) {
    const names = Object.keys(commands);
    throw new CommandError(
      `Unknown command \`${command}\`, expected one of: ${names.join(', ')}${didYouMean(command, names)}`,
    );
  }
  for (const { name, of } of options) {
    if (of && command && of !== command && values[name] !== undefined) {
      throw new CommandError(`\`--${name}\` is an option of \`${of}\``);
    }
  }
  const text = (name: string) => {
    const value = values[name];
    if (value === '') throw new CommandError(`Missing value of \`--${name}\``);
    return typeof value === 'string' ? value : undefined;
  };
  const list = (value: unknown) =>
    [value ?? []].flat().flatMap((each) => String(each).split(/\s*,\s*/));
  return {
    command: command as CommandName | undefined,
    paths,
    contacts: text('contacts'),
    components: list(values.component).filter(Boolean),
    from: text('from'),
    to: text('to'),
    by: text('by'),
    out: text('out'),
    for: text('for'),
    online: values.online === true,
    cache: text('cache'),
    allowPrivate: values['allow-private'] === true,
    write: values.write === true,
    fix: values.fix === true,
    fixDryRun: values['fix-dry-run'] === true,
    baseline: text('baseline'),
    updateBaseline: values['update-baseline'] === true,
    initContacts: values['init-contacts'] === true,
    frail: values.frail === true,
    report: text('report') ?? 'lines',
    quiet: values.quiet === true,
    watch: values.watch === true,
    extensions: list(text('ext') ?? 'md,markdown,mdx').map((each) =>
      each.replace(/^\.?/, '.'),
    ),
    filePath: text('file-path'),
    rcPath: text('rc-path'),
    detectConfig: values.config !== false,
    ignorePath: text('ignore-path'),
    ignorePatterns: list(values['ignore-pattern']),
    detectIgnore: values.ignore !== false,
    help: values.help === true,
    version: values.version === true,
  };
}

function parse(argv: ReadonlyArray<string>) {
  try {
    return parseArgs({
      args: [...argv],
      allowNegative: true,
      allowPositionals: true,
      options: Object.fromEntries(
        options.map(({ multiple = false, name, short, value }) => [
          name,
          { type: value ? 'string' : 'boolean', multiple, ...(short ? { short } : {}) },
        ]),
      ),
    });
  } catch (error) {
    const reason = reasonOf(error);
    // Node.js adds advice about arguments that begin with a dash.
    const [, option] = /^Unknown option '([^']+)'/.exec(reason) ?? [];
    if (option === undefined) throw new CommandError(reason);
    const hint = option.startsWith('--') ? didYouMean(option, optionNames()) : '';
    throw new CommandError(
      `Unknown option \`${option}\`${hint || '; see `contact-links --help`'}`,
    );
  }
}

/** The options as they are typed. */
function optionNames(): Array<string> {
  return options.map(({ name, on }) => `--${on ? 'no-' : ''}${name}`);
}

const examples = [
  ['contact-links check .', 'Check all files in this folder and below'],
  [
    'contact-links migrate docs --contacts contacts.json',
    'Show what would move from Skype to Teams; with --write, move it',
  ],
  [
    'contact-links migrate . --from whatsapp --to signal',
    'Show what would move from one service to another',
  ],
  [
    'contact-links expand docs --out build/docs',
    'Copy docs to build/docs with plain links for all shorthands',
  ],
  ['contact-links check - < page.md', 'Check standard input'],
] as const;

const statuses = [
  ['0', 'nothing is wrong, or nothing but warnings'],
  ['1', 'there are errors, or with --frail warnings'],
  ['2', 'what was asked for cannot be done at all'],
  ['130, 143', 'somebody stopped the run, with SIGINT or SIGTERM'],
] as const;

/** What `--help` prints. */
export function helpText(): string {
  const rows = options.map(({ description, name, of, on, short, value }) => {
    const long = `--${on ? 'no-' : ''}${name}${value ? ` <${value}>` : ''}`;
    const only = of ? `${of}: ` : '';
    return [`  ${short ? `-${short}, ` : '    '}${long}`, only + description] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    'Usage: contact-links <command> [options] <path | glob | - ...>',
    '',
    'Commands:',
    '',
    ...Object.entries(commands).map(
      ([name, what]) => `  ${name.padEnd(width - 2)}${what}`,
    ),
    '',
    'Options:',
    '',
    ...rows.map(([left, right]) => left.padEnd(width) + right),
    '',
    'Examples:',
    '',
    ...examples.map(([command, what]) => `  # ${what}\n  ${command}`),
    '',
    'Exit status:',
    '',
    ...statuses.map(([status, when]) => `  ${status.padEnd(width - 2)}${when}`),
    '',
  ].join('\n');
}
