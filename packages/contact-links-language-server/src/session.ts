import {
  configurationNames,
  packageField,
  packageName,
  rcName,
} from 'contact-links/names';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkConfiguration } from './features/configuration.js';
import { ContactIndex } from './features/contact-index.js';
import { toDiagnostic } from './features/diagnostics.js';
import { toRange } from './features/places.js';
import type { Host } from './host.js';
import type { ServerOptions } from './options.js';
import { OpenPage } from './page/open-page.js';
import { type Page, PageReader } from './page/page.js';
import { bookUri, isJson, type Project, Projects } from './projects/projects.js';

/** How long nobody types before a page is parsed or a configuration checked, in milliseconds. */
const pause = 300;
const configurationPause = 100;

/** The longest page that is parsed, in UTF-16 code units. */
const longestParsed = 200_000;

/** How often files are looked at where the client does not watch them, in milliseconds. */
const interval = 1000;

/** An open page, with its configuration. */
interface Opened {
  page: OpenPage;
  project: Project;
  version: number;
}

/** A configuration file or an address book. */
export interface ConfigurationFile {
  /** The keys that lead to its options, or to its people in an address book. */
  path: ReadonlyArray<string>;
  isBook: boolean;
}

/** The documents of a client, and what the server knows of them. */
export class Session {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #documents: {
    get(uri: string): TextDocument | undefined;
    all(): Array<TextDocument>;
  };
  readonly #opened = new Map<string, Opened>();
  readonly #indexes = new WeakMap<Project, ContactIndex>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #parses = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #parsing = new Map<string, Promise<void>>();
  /** URIs as the client writes them, by their normal form. */
  readonly #uris = new Map<string, string>();
  #poll: ReturnType<typeof setInterval> | undefined;
  #projects: Projects;
  #given: ServerOptions = {};
  /** Folders of the workspace, each with a slash at its end. */
  folders: ReadonlyArray<string> = [];
  /** Whether the client can be asked to fetch hints again. */
  refreshesHints = false;

  constructor(
    connection: Connection,
    host: Host,
    documents: {
      get(uri: string): TextDocument | undefined;
      all(): Array<TextDocument>;
    },
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#host = {
      ...host,
      read: (uri) => this.#openText(uri)?.getText() ?? host.read(uri),
      stamp: (uri) => {
        const open = this.#openText(uri);
        return open ? `open ${open.version}` : host.stamp(uri);
      },
    };
    this.#projects = this.#createProjects();
  }

  /** The host, which reads open files as they are in the editor. */
  get host(): Host {
    return this.#host;
  }

  /** The options of the client. */
  get options(): ServerOptions {
    return this.#given;
  }

  /** Take the options of the client. */
  configure(options: ServerOptions): void {
    this.#given = options;
    this.#projects = this.#createProjects();
    this.refreshAll();
  }

  /** Look at files from time to time, for a client that does not report changes. */
  watch(): void {
    this.#poll ??= setInterval(() => this.refresh(), interval);
    // In Node.js, the timer must not keep the process running.
    (this.#poll as { unref?: () => void }).unref?.();
  }

  /** End all timers, and the parser. */
  dispose(): void {
    clearInterval(this.#poll);
    for (const timer of [...this.#timers.values(), ...this.#parses.values()]) {
      clearTimeout(timer);
    }
    this.#timers.clear();
    this.#parses.clear();
    this.#host.parser.dispose();
  }

  /** Get the configuration for a page. */
  projectOf(uri: string): Project {
    return this.#projects.of(this.#host.normalUri(uri));
  }

  /** Get the people whom the pages of a project can name. */
  indexOf(project: Project): ContactIndex {
    const index = this.#indexes.get(project) ?? new ContactIndex(project.settings);
    this.#indexes.set(project, index);
    return index;
  }

  /** Get the URI of a file as the client writes it. */
  clientUri(normal: string): string {
    return this.#uris.get(normal) ?? normal;
  }

  /** Get an open page; nothing where the document is not a page. */
  opened(uri: string): (Opened & { document: TextDocument }) | undefined {
    const document = this.#documents.get(uri);
    if (!document || !this.isPage(document)) return undefined;
    const opened = this.#upToDate(document);
    return { ...opened, document };
  }

  /** Wait until an open page is parsed, if it is due or under way. */
  async parsed(uri: string): Promise<void> {
    const document = this.#documents.get(uri);
    const timer = this.#parses.get(uri);
    if (document && timer !== undefined) {
      clearTimeout(timer);
      this.#parses.delete(uri);
      this.#parse(document);
    }
    await this.#parsing.get(uri);
  }

  /** Get an open document by its normal URI. */
  document(normal: string): TextDocument | undefined {
    return this.#openText(normal);
  }

  /** List the normal URIs of the open pages. */
  openPages(): Array<string> {
    return this.#documents
      .all()
      .filter((document) => this.isPage(document))
      .map(({ uri }) => this.#host.normalUri(uri));
  }

  /**
   * Read a page that may not be open.
   *
   * @param part
   *   A text without which a page that is not open is not read.
   */
  pageOf(
    uri: string,
    part: string,
  ): { text: string; page: Page; project: Project } | undefined {
    const opened = this.opened(this.clientUri(uri));
    if (opened) {
      const { document, page, project } = opened;
      return { text: document.getText(), page: page.page, project };
    }
    const text = this.#host.read(uri);
    if (text === undefined || !text.includes(part)) return undefined;
    const project = this.#projects.of(uri);
    const reader = new PageReader(project.settings, isMdx(uri, ''));
    return { text, page: reader.read(text), project };
  }

  /** Take a document as it is now. */
  change(document: TextDocument): void {
    const { uri } = document;
    const normal = this.#host.normalUri(uri);
    this.#uris.set(normal, uri);
    if (this.isPage(document)) {
      this.#after(this.#timers, uri, 0, () => this.#show(document.uri));
      clearTimeout(this.#parses.get(uri));
      this.#parses.delete(uri);
      if (document.getText().length <= longestParsed) {
        this.#after(this.#parses, uri, pause, () => this.#parseNow(uri));
      }
      return;
    }
    if (!this.configurationFile(normal)) return;
    this.#after(this.#timers, uri, configurationPause, () => {
      this.#showConfiguration(uri);
      this.refresh();
    });
  }

  /** Forget a document. */
  close({ uri }: TextDocument): void {
    for (const timers of [this.#timers, this.#parses]) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
    }
    this.#opened.delete(uri);
    this.#uris.delete(this.#host.normalUri(uri));
    this.#send(uri, undefined, []);
    this.refresh();
  }

  /** Look at configuration files again. */
  refresh(): void {
    if (this.#projects.refresh()) this.refreshAll();
  }

  /** Read all open pages again. */
  refreshAll(): void {
    for (const document of this.#documents.all()) this.change(document);
    if (!this.refreshesHints) return;
    // A client that cannot do this yet asks for hints when it can.
    this.#connection.languages.inlayHint.refresh().catch(() => undefined);
  }

  /** Whether a document is a page, in any kind of Markdown. */
  isPage({ languageId, uri }: TextDocument): boolean {
    return (
      !/^(?:json|javascript|typescript|yaml)/.test(languageId) &&
      this.configurationFile(this.#host.normalUri(uri)) === undefined
    );
  }

  /** Get a file as a configuration; nothing where it is not one. */
  configurationFile(uri: string): ConfigurationFile | undefined {
    if (uri === this.book()) return { path: [], isBook: true };
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    if (!configurationNames.includes(name) || !isJson(uri)) return undefined;
    return { path: name === packageName ? [packageField] : [], isBook: false };
  }

  /** Get the address book that the client's settings name. */
  book(): string | undefined {
    const uri = bookUri(this.#given.contacts, this.folders[0]);
    return uri === undefined ? undefined : this.#host.normalUri(uri);
  }

  /** Get the JSON file to which people are added for the pages of a project. */
  bookOf({ book, configuration }: Project): { uri: string; path: Array<string> } {
    if (book !== undefined) return { uri: book, path: [] };
    if (configuration !== undefined && isJson(configuration)) {
      const isPackage = configuration.endsWith(`/${packageName}`);
      const path = isPackage ? [packageField, 'contacts'] : ['contacts'];
      return { uri: configuration, path };
    }
    const [folder = 'file:///'] = this.folders;
    return { uri: new URL(`${rcName}.json`, folder).href, path: ['contacts'] };
  }

  #createProjects(): Projects {
    const { options, trusted } = this.#given;
    const [folder] = this.folders;
    return new Projects(
      this.#host,
      {
        options: options ?? {},
        book: this.book(),
        isTrusted: trusted ?? false,
        folder,
      },
      () => this.refreshAll(),
      ({ reason, uri }) => this.#connection.console.warn(`${uri}: ${reason}`),
    );
  }

  #openText(normal: string): TextDocument | undefined {
    const uri = this.#uris.get(normal);
    return uri === undefined ? undefined : this.#documents.get(uri);
  }

  #after(
    timers: Map<string, ReturnType<typeof setTimeout>>,
    uri: string,
    delay: number,
    work: () => void,
  ): void {
    clearTimeout(timers.get(uri));
    const timer = setTimeout(() => {
      timers.delete(uri);
      try {
        work();
      } catch (error) {
        // One page that cannot be read must not end the server for all others.
        this.#connection.console.error(String(error));
      }
    }, delay);
    timers.set(uri, timer);
  }

  #upToDate(document: TextDocument): Opened {
    const { uri, version } = document;
    const project = this.projectOf(uri);
    const known = this.#opened.get(uri);
    if (known?.project === project) {
      if (known.version !== version) {
        known.page.update(document.getText());
        known.version = version;
      }
      return known;
    }
    const page = new OpenPage(
      document.getText(),
      isMdx(uri, document.languageId),
      project.settings,
    );
    const opened = { page, project, version };
    this.#opened.set(uri, opened);
    return opened;
  }

  #show(uri: string): void {
    const opened = this.opened(uri);
    if (!opened) return;
    const { document, page } = opened;
    const diagnostics = page.page.issues.map((issue) => toDiagnostic(issue, document));
    this.#send(uri, document.version, diagnostics);
  }

  #showConfiguration(uri: string): void {
    const document = this.#documents.get(uri);
    const file = this.configurationFile(this.#host.normalUri(uri));
    if (!document || !file) return;
    const others = file.isBook ? this.projectOf(uri).options : {};
    const faults = checkConfiguration(
      document.getText(),
      file.path,
      file.isBook,
      others,
    );
    const diagnostics = faults.map(({ range, reason }) => ({
      range: toRange(document, range),
      severity: DiagnosticSeverity.Error,
      source: 'contact-links',
      code: 'wrong-option',
      message: reason,
    }));
    this.#send(uri, document.version, diagnostics);
  }

  #send(uri: string, version: number | undefined, found: Array<Diagnostic>): void {
    void this.#connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: found,
    });
  }

  #parseNow(uri: string): void {
    const document = this.#documents.get(uri);
    if (document) this.#parse(document);
  }

  #parse({ uri }: TextDocument): void {
    const opened = this.opened(uri);
    if (!opened) return;
    const { document, page, project } = opened;
    const text = document.getText();
    const request = {
      uri,
      text,
      isMdx: isMdx(uri, document.languageId),
      options: project.options,
      plain: project.plain,
      plugins: project.plugins,
    };
    const parsing = this.#host.parser
      .parse(request)
      .then((found) => {
        if (found && page.parsed(text, found)) this.#show(uri);
      })
      // Then the result of the scanner counts.
      .catch((error) => this.#connection.console.error(String(error)))
      .finally(() => {
        if (this.#parsing.get(uri) === parsing) this.#parsing.delete(uri);
      });
    this.#parsing.set(uri, parsing);
  }
}

/** Whether a page is MDX. */
function isMdx(uri: string, languageId: string): boolean {
  return languageId === 'mdx' || /\.mdx$/i.test(uri);
}
