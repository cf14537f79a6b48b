import { configurationNames } from 'contact-links/names';
import type { Files } from 'contact-links-language-server';
import { bookUri, Projects } from 'contact-links-language-server/projects';
import type { Options } from 'remark-contact-links/core';
import { commands, type Disposable, type TextDocument, workspace } from 'vscode';
import { section } from '../settings.js';
import { extendMarkdownIt, type MarkdownIt } from './extend-markdown-it.js';

/**
 * How long nothing changes before the preview is rendered again, in milliseconds. VS Code waits
 * for 300 ms before it updates a preview, and drops requests in that time.
 */
const pause = 500;

/** Shows contact links in the preview, with the configuration that holds for each page. */
export class Preview implements Disposable {
  readonly #files: Files;
  readonly #tell: (message: string) => void;
  #projects: Projects;
  #book: string | undefined;
  #isUsed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param files
   *   Reads configuration; open files are read from the editor.
   * @param tell
   *   Called with a message about a wrong configuration.
   */
  constructor(files: Files, tell: (message: string) => void) {
    this.#tell = tell;
    const openText = (uri: string) =>
      workspace.textDocuments.find((each) => this.uriOf(each) === uri);
    this.#files = {
      ...files,
      read: (uri) => openText(uri)?.getText() ?? files.read(uri),
      stamp: (uri) => {
        const open = openText(uri);
        return open ? `open ${open.version}` : files.stamp(uri);
      },
    };
    this.#projects = this.#createProjects();
  }

  /** Get the URI of a document, in a form in which URIs of the same file are equal. */
  uriOf({ uri }: Pick<TextDocument, 'uri'>): string {
    return this.#files.normalUri(uri.toString());
  }

  /** Add contact links to the engine of the preview, unless a setting says not to. */
  extend<Engine extends MarkdownIt>(md: Engine): Engine {
    this.#isUsed = true;
    const isOn = workspace.getConfiguration(section).get('preview.enabled', true);
    return isOn ? extendMarkdownIt(md, (text) => this.#optionsOf(text)) : md;
  }

  /** Take the settings of the editor as they are now. */
  configure(): void {
    this.#projects = this.#createProjects();
    this.#reload();
  }

  /** Look at the files again, if there is a preview. */
  refresh(): void {
    if (this.#isUsed && this.#projects.refresh()) this.#reload();
  }

  /** Take a document that was changed or closed in the editor; only configuration matters. */
  changed(document: TextDocument): void {
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    const isOne = configurationNames.includes(name);
    if (isOne || this.uriOf(document) === this.#book) this.refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  /** Get the options for a page, which the engine knows only by its text. */
  #optionsOf(text: string): Options {
    const page = workspace.textDocuments.find(
      (each) => each.languageId === 'markdown' && each.getText() === text,
    );
    return this.#projects.of(page ? this.uriOf(page) : '').options;
  }

  #createProjects(): Projects {
    const settings = workspace.getConfiguration(section);
    const [first] = workspace.workspaceFolders ?? [];
    const folder = first && `${this.uriOf(first).replace(/\/$/, '')}/`;
    const book = bookUri(settings.get<string | null>('contacts'), folder);
    this.#book = book && this.#files.normalUri(book);
    return new Projects(
      this.#files,
      {
        options: settings.get<Options | null>('options') ?? {},
        book: this.#book,
        folder,
        isTrusted: workspace.isTrusted,
      },
      () => this.#reload(),
      ({ reason, uri }) => this.#tell(`${uri}: ${reason}`),
    );
  }

  #reload(): void {
    clearTimeout(this.#timer);
    if (!this.#isUsed) return;
    this.#timer = setTimeout(
      () => commands.executeCommand('markdown.api.reloadPlugins'),
      pause,
    );
  }
}
