import { setMaxListeners } from 'node:events';
import type { Settings } from 'remark-contact-links/core';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { compareMessage } from 'vfile-sort';
import { copy } from '../copy.js';
import { counted } from '../counted.js';
import { source } from '../file-messages.js';
import { Interruption } from '../interruption.js';
import { dayInWords } from '../plain-links/gone-reason.js';
import {
  type Level,
  type OnlineRuleId,
  plainRuleUrl,
  type Rules,
} from '../plain-links/rules.js';
import { Progress } from '../progress.js';
import { Answers } from './answers.js';
import { Asker } from './ask.js';
import { createQuestioner, type Question, type Questioner } from './questions.js';
import { Turns } from './turns.js';
import type { Verdict } from './verdict.js';

export type { Questioner } from './questions.js';

/** A link that a server is asked about, and its place. */
export interface AskedLink {
  file: VFile;
  place: Position;
  /** The link as it is written. */
  actual: string;
  question: Question;
  /** Levels of rules, which a comment may have turned off in this line. Default: warnings. */
  rules: Readonly<Record<OnlineRuleId, Rules[OnlineRuleId] | undefined>>;
}

/** How servers are asked. */
export interface OnlineOptions {
  /** Whether servers at private addresses are asked. */
  allowPrivate: boolean;
  /** The file that remembers answers. Default: there is none. */
  cache: string | undefined;
  /** Whether no progress is shown. */
  quiet: boolean;
  /** URL of Discord's server, for tests. Default: `https://discord.com`. */
  discordAt?: string;
  /** How long a host is left alone after an answer, in milliseconds. Default: a second. */
  pause?: number;
  /** How long a request may take, in milliseconds. Default: ten seconds. */
  timeLimit?: number;
}

/** The result of asking. */
export interface Asked {
  /** How many links there are, each counted once. */
  count: number;
  /** Lines to print, in addition to messages on links. */
  notes: Array<string>;
  /** The exit status where somebody stopped it. */
  interrupted: number | undefined;
}

/** Asks whether invitations and meetings are still there, once all files are read. */
export class Online {
  readonly #answers: Answers;
  readonly #links: Array<AskedLink> = [];
  readonly #files = new Set<VFile>();
  readonly #options: OnlineOptions;

  /**
   * @throws {CommandError}
   *   When the cache cannot be read.
   */
  constructor(options: OnlineOptions, cwd: string) {
    this.#options = options;
    this.#answers = new Answers(options.cache, cwd);
  }

  /** Make the function that finds out which links to ask about. */
  questionerFor(settings: Settings): Questioner {
    return createQuestioner(settings, this.#options.discordAt);
  }

  /** Note a link to ask about. */
  add(link: AskedLink): void {
    this.#files.add(link.file);
    this.#links.push({ ...link, ...copy({ actual: link.actual }) });
  }

  /** Whether a file may still get messages. */
  isAskedAbout(file: VFile): boolean {
    return this.#files.has(file);
  }

  /**
   * Ask about all links, each once, and add messages to their files.
   *
   * @throws {CommandError}
   *   When the cache cannot be written.
   */
  async run(): Promise<Asked> {
    const questions = new Map(
      this.#links.map(({ question }) => [question.url, question]),
    );
    const { interrupted, verdicts } = await this.#ask([...questions.values()]);
    const all = [...verdicts.values()];
    const isOffline =
      all.length > 0 &&
      all.every((verdict) => verdict.kind === 'unreachable' && verdict.isOffline);
    for (const [url, verdict] of verdicts) this.#answers.add(url, verdict);
    await this.#answers.save();
    for (const link of this.#links) {
      const { url } = link.question;
      const verdict =
        this.#answers.get(url) ?? (isOffline ? undefined : verdicts.get(url));
      if (verdict) tell(link, verdict);
    }
    for (const { messages } of this.#files) messages.sort(compareMessage);
    const notes = notesOn(all, isOffline);
    return { count: questions.size, interrupted, notes };
  }

  async #ask(questions: ReadonlyArray<Question>) {
    const { allowPrivate, pause = 1000, quiet, timeLimit = 10_000 } = this.#options;
    const end = new AbortController();
    const { signal } = end;
    // There is a listener for each host that the tool waits for.
    setMaxListeners(0, signal);
    const asker = new Asker(new Turns(pause, signal), {
      allowPrivate,
      signal,
      timeLimit,
    });
    const verdicts = new Map<string, Verdict>();
    const progress = new Progress(quiet);
    const interruption = new Interruption(() => end.abort());
    interruption.start();
    const open = questions.filter(({ url }) => !this.#answers.get(url));
    await Promise.all(
      open.map(async (question) => {
        try {
          verdicts.set(question.url, await asker.ask(question));
          progress.show(verdicts.size, question.url, 'links');
        } catch (error) {
          if (!signal.aborted) throw error;
        }
      }),
    );
    interruption.stop();
    progress.clear();
    return { verdicts, interrupted: interruption.status };
  }
}

/** Report what a server said of a link. */
function tell(
  { actual, file, place, question, rules }: AskedLink,
  verdict: Verdict,
): void {
  const found = findingOf(question, verdict);
  if (!found) return;
  const { isInfo, reason, ruleId } = found;
  const set = rules[ruleId] ?? 'warning';
  if (set === 'off') return;
  const level: Level = isInfo ? 'info' : set;
  const message = isInfo
    ? file.info(reason, { place, ruleId, source })
    : file.message(reason, { place, ruleId, source });
  if (level === 'error') message.fatal = true;
  message.actual = actual;
  message.url = plainRuleUrl(ruleId);
}

interface OnlineFinding {
  ruleId: OnlineRuleId;
  reason: string;
  /** Whether nobody has to do anything yet. */
  isInfo?: true;
}

function findingOf(
  { title, what }: Question,
  verdict: Verdict,
): OnlineFinding | undefined {
  switch (verdict.kind) {
    case 'expired': {
      const reason = `${title} answers with ${verdict.status}: this ${what} has expired, or was never there`;
      return { ruleId: 'expired-link', reason };
    }
    case 'unreachable': {
      const reason = `Cannot tell whether this ${what} still works: ${verdict.reason}`;
      return { ruleId: 'unreachable-link', reason };
    }
    case 'alive': {
      if (verdict.ends === undefined) return undefined;
      const day = dayInWords(verdict.ends.slice(0, 'yyyy-mm-dd'.length));
      return Date.parse(verdict.ends) <= Date.now()
        ? { ruleId: 'expired-link', reason: `This ${what} to ${title} ended ${day}` }
        : {
            ruleId: 'expired-link',
            reason: `This ${what} to ${title} ends ${day}`,
            isInfo: true,
          };
    }
    case 'unasked':
      return undefined;
  }
}

function notesOn(verdicts: ReadonlyArray<Verdict>, isOffline: boolean): Array<string> {
  if (isOffline) {
    return [
      `No server can be reached, so ${counted(verdicts.length, 'link')} stayed unchecked; is this machine offline?`,
    ];
  }
  const left = new Map<string, number>();
  for (const verdict of verdicts) {
    if (verdict.kind !== 'unasked') continue;
    left.set(verdict.host, (left.get(verdict.host) ?? 0) + 1);
  }
  return [...left].map(
    ([host, links]) =>
      `${host} limits requests, so ${counted(links, 'link')} there stayed unchecked`,
  );
}
