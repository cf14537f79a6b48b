import {
  type DocumentEdit,
  messageSource,
  type RuleId,
  ruleUrl,
} from 'remark-contact-links/core';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { VFileMessage } from 'vfile-message';
import type { Range } from './destinations.js';
import { type FileRule, source } from './file-messages.js';
import { type PlainFinding, plainRuleUrl } from './plain-links/index.js';

/** A message on a file, with its fix. */
export interface FixableMessage extends VFileMessage {
  /** The change of the text that puts it right. Default: it is not sure what was meant. */
  fix?: Fix;
  /** Title of the service that the link leads to, where that is gone. Default: it is not. */
  gone?: string | undefined;
}

/** A change of a text that puts something right. */
export interface Fix extends DocumentEdit {
  /** Where the link leads afterwards. Default: the link is a shorthand. */
  url?: string;
}

/** Makes messages about parts of a text, under the rules of the plugin. */
export class Messages {
  readonly #file: VFile;
  readonly #text: string;
  readonly #location: ReturnType<typeof location>;

  /**
   * @param file
   *   The file that gets the messages.
   * @param text
   *   Its text, without a byte order mark.
   */
  constructor(file: VFile, text: string) {
    this.#file = file;
    this.#text = text;
    this.#location = location(text);
  }

  /** Add a warning. */
  warn(
    { end, start }: Range,
    ruleId: RuleId,
    reason: string,
    extra: Partial<Pick<FixableMessage, 'expected' | 'fix' | 'gone' | 'note'>> = {},
  ): VFileMessage {
    const message = this.#file.message(reason, {
      place: this.placeOf(start, end),
      ruleId,
      source: messageSource,
    });
    message.actual = this.#text.slice(start, end);
    message.url = ruleUrl(ruleId);
    return Object.assign(message, extra);
  }

  /** Add a warning about a link that the tool cannot change as it should. */
  tellOf({ end, start }: Range, ruleId: FileRule, reason: string): void {
    this.#file.message(reason, { place: this.placeOf(start, end), ruleId, source });
  }

  /** Add something that somebody may want to look at, as info. */
  note({ end, start }: Range, ruleId: FileRule, reason: string): void {
    const place = this.placeOf(start, end);
    this.#file.info(reason, { place, ruleId, source });
  }

  /** Add a finding about a link that is not a shorthand. */
  tell(finding: PlainFinding): void {
    const { edits, end, gone, level, place, reason, ruleId, start } = finding;
    const message: FixableMessage = this.#file.message(reason, {
      place,
      ruleId,
      source,
    });
    message.fatal = fatalOf[level];
    message.actual = this.#text.slice(start, end);
    message.url = plainRuleUrl(ruleId);
    message.expected = edits.map(
      (edit) =>
        this.#text.slice(start, edit.start) +
        edit.text +
        this.#text.slice(edit.end, end),
    );
    if (gone !== undefined) message.gone = gone;
    const [edit, ...others] = edits;
    if (edit && others.length === 0) {
      const { end, start, text, url } = edit;
      message.fix = { start, end, text, url };
    }
  }

  /** Get a part of the text. */
  textOf({ end, start }: Range): string {
    return this.#text.slice(start, end);
  }

  /** Get the place of a part of the text. */
  placeOf(from: number, to: number): Position | undefined {
    const start = this.#location.toPoint(from);
    const end = this.#location.toPoint(to);
    return start && end ? { start, end } : undefined;
  }
}

/** The `fatal` of messages, by the level of their rule. */
const fatalOf = { error: true, warning: false, info: undefined };
