import process from 'node:process';
import type { ContactLinkMessage } from 'remark-contact-links';
import { type DocumentEdit, printable } from 'remark-contact-links/core';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import { createCheck } from '../check-source.js';
import { now } from '../clock.js';
import { tellFailure } from '../file-messages.js';
import { oncePerProject, type Project, Projects } from '../project.js';
import { type LintRuleId, lintRules } from './rules.js';

/** A document that a linter checks. */
export interface LintedDocument {
  /** Its text, without a byte order mark. */
  text: string;
  /** Its path, which tells MDX from Markdown, and where to look for configuration. */
  path: string;
  /**
   * Options as `.contact-linksrc.json` has them, without `plugins`. Default: configuration is
   * found as the command line tool finds it.
   */
  options?: Record<string, unknown> | undefined;
}

/** Something that is wrong in a document. */
export interface LintFinding {
  ruleId: LintRuleId;
  /** What is wrong and what to write, for the author, in one line that can be printed. */
  reason: string;
  /** The page that explains the rule. */
  url: string;
  /** The part that is wrong; nothing where the finding is about the whole document. */
  place: Place | undefined;
  /** Changes of the text, best first; each puts it right. */
  changes: Array<Change>;
  /** Whether there is one change, and it is sure that this was meant. */
  isSure: boolean;
}

/** A part of a text: lines and columns from 1, and offsets from 0. */
export interface Place {
  start: Required<Point>;
  end: Required<Point>;
}

/** A change of a text; it has only the characters that change. */
export interface Change extends DocumentEdit {
  /** The link after the change, in one line that can be printed. */
  written: string;
}

/** How long configuration is used before it is read again, in milliseconds. */
const shelfLife = 1000;

/**
 * Make a function that checks documents, one after the other.
 *
 * @returns
 *   Function that takes a document and gives its findings.
 */
export function createLinter(): (
  document: LintedDocument,
) => Promise<Array<LintFinding>> {
  const checkOf = oncePerProject((project) => createCheck(withoutErrors(project)));
  const given = new Map<string, Project>();
  let projects = read(false);
  let readAt = now();

  return async ({ options, path, text }) => {
    // Editors keep linters running, and people change their configuration.
    if (now() - readAt > shelfLife) {
      projects = read(true);
      readAt = now();
    }
    const project = options ? ofOptions(options) : await projects.of(path);
    const check = checkOf(project);
    const file = new VFile({ path });
    try {
      check({ file, text });
    } catch (error) {
      tellFailure(file, error);
    }
    return file.messages.map((message) => toFinding(message, text));
  };

  function ofOptions(options: Record<string, unknown>): Project {
    const key = JSON.stringify(options);
    const project = given.get(key) ?? projects.given(options);
    given.set(key, project);
    return project;
  }
}

/**
 * Turn errors into warnings: the linter decides what is an error, and the reason of the first
 * error has the places of the others.
 */
function withoutErrors({ options, ...project }: Project): Project {
  const invalid = options.invalid === 'ignore' ? 'ignore' : 'warn';
  return { ...project, options: { ...options, invalid } };
}

function read(isAgain: boolean): Projects {
  const args = {
    components: [],
    contacts: undefined,
    detectConfig: true,
    initContacts: false,
    rcPath: undefined,
  };
  return new Projects(args, process.cwd(), isAgain);
}

function toFinding(message: ContactLinkMessage, text: string): LintFinding {
  const { edits = [], expected = [], fix, note, reason, url } = message;
  const ruleId = message.ruleId as LintRuleId;
  const place = placeOf(message, text);
  const start = place?.start.offset ?? 0;
  const end = place?.end.offset ?? start;
  const changes = [
    ...edits,
    ...expected.map((written) => ({ start, end, text: written })),
  ];
  return {
    ruleId,
    reason: printable(note === undefined ? reason : `${reason}. ${note}`),
    url: url ?? lintRules[ruleId].url,
    place,
    changes: changes.map((change) => trimmed(change, text)),
    isSure: fix !== undefined,
  };
}

/** Get the place of a message, with the offsets that syntax errors lack. */
function placeOf({ place }: VFileMessage, text: string): Place | undefined {
  if (!place) return undefined;
  const [start, end] = 'start' in place ? [place.start, place.end] : [place, place];
  const { toOffset } = location(text);
  return {
    start: { ...start, offset: start.offset ?? toOffset(start) ?? 0 },
    end: { ...end, offset: end.offset ?? toOffset(end) ?? 0 },
  };
}

/** Leave out what a change does not change: linters take changes of one line. */
function trimmed({ end, start, text: written }: DocumentEdit, text: string): Change {
  const old = text.slice(start, end);
  const most = Math.min(old.length, written.length);
  let before = 0;
  while (before < most && old[before] === written[before]) before++;
  let behind = 0;
  while (behind < most - before && old.at(-1 - behind) === written.at(-1 - behind)) {
    behind++;
  }
  return {
    start: start + before,
    end: end - behind,
    text: written.slice(before, written.length - behind),
    written: printable(written),
  };
}
