import process from 'node:process';
import type { Settings } from 'remark-contact-links/core';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import { addressKey, addressOf } from './address-key.js';
import type { Arguments } from './arguments.js';
import { CommandError } from './command-error.js';
import { copy } from './copy.js';
import { counted } from './counted.js';
import { Markdown } from './document.js';
import { exitStatus } from './exit-status.js';
import { tellSyntaxError } from './file-messages.js';
import { type ContactLinkPlace, contactLinksOf, withoutNested } from './find-links.js';
import { findUrls } from './find-urls.js';
import { print, printable, printableLines, withoutCommands } from './printable.js';
import { oncePerProject, type Project, Projects } from './project.js';
import { isKnown } from './refusal.js';
import { findReporter, Report } from './report/index.js';
import { JsonList } from './report/json-list.js';
import { eachSource } from './work.js';
import { writeOut } from './write-out.js';

/** Somebody or something that a link reaches. */
export interface Listed {
  /** Name of the service: `tel`. */
  service: string;
  /** The name in the address book; `null` for people who are not in it. */
  person: string | null;
  /** The address, as the author or the address book writes it; `null` where none can be read. */
  address: string | null;
  /** Where the link leads; `null` where an expression of JSX makes the URL. */
  url: string | null;
  /** The file, relative to the working directory. */
  file: string;
  line: number;
  column: number;
}

/** What an e-mail address has, which is a link in GFM without a scheme. */
const bareAddress = /[\w.+-]@[\w-]/;

/** Writes a list while contacts are found. */
interface Writer {
  /** Get what to print of the contacts of a file. */
  add(listed: ReadonlyArray<Listed>): string;
  /** Get what to print once all files are read. */
  end(): string;
}

/** The forms of a list, as `--report` names them, and those by person. */
const writers: Readonly<Record<string, { flat(): Writer; byPerson(): Writer }>> = {
  lines: {
    flat: () => ({
      add: (listed) =>
        listed.map((each) => `${placeOf(each)}: ${textOf(each)}\n`).join(''),
      end: () => '',
    }),
    byPerson: () =>
      atTheEnd((listed) =>
        [...groupsOf(listed)]
          .map(([person, theirs]) =>
            [
              person ?? 'Not in the address book',
              ...theirs.map((each) => `  ${nameOf(each)} (${placeOf(each)})`),
            ]
              .map((line) => `${printable(line)}\n`)
              .join(''),
          )
          .join(''),
      ),
  },
  json: {
    flat: () => {
      const list = new JsonList();
      return {
        add: (listed) => listed.map((each) => list.add(JSON.stringify(each))).join(''),
        end: () => `${list.end()}\n`,
      };
    },
    byPerson: () =>
      atTheEnd((listed) => {
        const list = new JsonList();
        const groups = [...groupsOf(listed)].map(([person, contacts]) => ({
          person,
          contacts: contacts.map(({ person: _, ...rest }) => rest),
        }));
        const items = groups.map((group) => list.add(JSON.stringify(group)));
        return `${items.join('')}${list.end()}\n`;
      }),
  },
};

/** Make a writer for a list that needs all contacts first. */
function atTheEnd(write: (listed: ReadonlyArray<Listed>) => string): Writer {
  const all: Array<Listed> = [];
  return {
    add(listed) {
      all.push(...copy([...listed]));
      return '';
    },
    end: () => write(all),
  };
}

/**
 * List whom the links of a site reach.
 *
 * @returns
 *   The exit status.
 * @throws {CommandError}
 *   When an option has an unknown value.
 */
export async function list(args: Arguments, cwd: string): Promise<number> {
  const writer = writerOf(args);
  const createReporter = await findReporter('lines', cwd);
  const problems = new Report(createReporter(), process.stderr);
  const projects = new Projects(args, cwd);
  const listerOf = oncePerProject(createLister);
  const write = (text: string) =>
    writeOut(process.stdout, withoutCommands(printableLines(text)));
  const counts = { addresses: 0, links: 0 };
  const outcome = await eachSource(args, cwd, projects, {
    also: bareAddress,
    visit: async (source, interruption) => {
      const lister = listerOf(await projects.of(source.file.path));
      const listed = interruption.during(source.text.length, () => lister(source));
      for (const { address } of listed) {
        counts[address === null ? 'links' : 'addresses'] += 1;
      }
      await write(writer.add(listed));
    },
    done: (file) => problems.add(file),
  });
  await write(writer.end());
  if (!args.quiet) {
    const addresses = counted(counts.addresses, 'address', 'addresses');
    const files = counted(outcome.count, 'file');
    const links =
      counts.links > 0
        ? `, and ${counted(counts.links, 'link')} without one that can be read`
        : '';
    print(
      process.stderr,
      `Found ${addresses} in ${files}${links}. Names, numbers and addresses are personal data: take care where this list goes\n`,
    );
  }
  return exitStatus(outcome, problems.counts, args.frail);
}

function writerOf({ by, report }: Arguments): Writer {
  const writer = Object.hasOwn(writers, report) ? writers[report] : undefined;
  if (!writer) {
    const allowed = Object.keys(writers).map((each) => `\`${each}\``);
    throw new CommandError(
      `Wrong value of \`--report\` for \`list\`: given \`${report}\`, expected ${allowed.join(', ')}`,
    );
  }
  if (by === undefined) return writer.flat();
  if (by === 'person') return writer.byPerson();
  throw new CommandError(
    `Wrong value of \`--by\`: given \`${by}\`, expected \`person\``,
  );
}

/** Make a function that lists the contacts of a file of a project. */
function createLister(project: Project) {
  const markdown = new Markdown(project, { ...project.options, retired: 'ignore' });
  const { settings } = markdown;
  const names = namesIn(settings);

  return ({ file, text }: { file: VFile; text: string }): Array<Listed> => {
    if (!markdown.mayHaveLinks(text) && !bareAddress.test(text)) return [];
    const work = new VFile({ path: file.path, value: text });
    try {
      const tree = markdown.parse(work);
      const urls = findUrls(tree, text, project.plain?.components);
      const links = contactLinksOf(urls, text, settings);
      markdown.report(tree, work);
      const place = location(text);
      return withoutNested(links, work.messages).flatMap((link) => {
        const { column = 1, line = 1 } = place.toPoint(link.start) ?? {};
        const url = link.url ?? null;
        return personsOf(link).map((person) => ({
          ...{ service: link.contact.service, ...person, url },
          ...{ file: file.path, line, column },
        }));
      });
    } catch (error) {
      tellSyntaxError(file, error);
      return [];
    }
  };

  function personsOf({
    contact,
  }: ContactLinkPlace): Array<Pick<Listed, 'address' | 'person'>> {
    if (contact.targets.length === 0) return [{ person: null, address: null }];
    return contact.targets.map((target) => {
      const name = isKnown(target, settings) ? target.slice(1) : undefined;
      const address = addressOf(target, contact.service, settings);
      const key = addressKey(contact.service, address, settings);
      return { person: name ?? (key && names.get(key)) ?? null, address };
    });
  }
}

/** Get the names in the address book, by service and address. */
function namesIn(settings: Settings): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, entry] of Object.entries(settings.contacts)) {
    for (const [service, address] of Object.entries(entry)) {
      const key = addressKey(service, address, settings);
      if (key !== undefined) names.set(key, name);
    }
  }
  return names;
}

/** Group contacts by person, in the order of names; those without a person come last. */
function groupsOf(listed: ReadonlyArray<Listed>): Map<string | null, Array<Listed>> {
  const groups = new Map<string | null, Array<Listed>>();
  for (const each of listed) {
    const group = groups.get(each.person) ?? [];
    group.push(each);
    groups.set(each.person, group);
  }
  return new Map(
    [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)),
  );
}

function placeOf({ column, file, line }: Listed): string {
  return `${printable(file)}:${line}:${column}`;
}

function textOf(listed: Listed): string {
  const { person } = listed;
  return printable(`${nameOf(listed)}${person === null ? '' : ` (${person})`}`);
}

/** Write what a link reaches: an address, or else where the link leads. */
function nameOf({ address, service, url }: Listed): string {
  return `${service} ${address ?? url ?? '(an expression)'}`;
}
