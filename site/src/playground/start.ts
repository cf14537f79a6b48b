import type { Options } from 'remark-contact-links';
import { configurations } from './configurations';
import { createEditor } from './editor';
import {
  createRenderer,
  type Engine,
  engineNames,
  loadEngine,
  type Rendered,
} from './engines';
import { exampleOptions, examples } from './examples';
import { createTabs } from './tabs';
import { withCode } from './with-code';

/** The state that a link to the playground carries after `#`. */
interface State {
  engine: string;
  markdown: string;
  options: string;
}

function readState(): Partial<State> {
  const state = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(
    ['engine', 'markdown', 'options'].flatMap((key) =>
      state.has(key) ? [[key, state.get(key)]] : [],
    ),
  );
}

/** Functions that show the result of an engine in the panel, by the value of a tab. */
const views: Readonly<Record<string, (panel: HTMLElement, of: Rendered) => void>> = {
  page(panel, { html }) {
    panel.innerHTML = html;
  },
  html(panel, { html }) {
    const pre = document.createElement('pre');
    pre.textContent = html;
    panel.replaceChildren(pre);
  },
  links(panel, { links }) {
    panel.replaceChildren(list(links.map(({ href, text }) => [`${text} → ${href}`])));
  },
  messages(panel, { messages }) {
    const items = messages.map(({ column, line, reason, ruleId, url }) => [
      `${line}:${column}: `,
      ...withCode(reason),
      ' ',
      anchor(ruleId, url),
    ]);
    panel.replaceChildren(
      items.length > 0 ? list(items) : paragraph('Nothing is wrong.'),
    );
  },
};

/** Start the playground in its element. */
export async function start(root: HTMLElement): Promise<void> {
  const find = <Kind extends Element>(selector: string): Kind => {
    const element = root.querySelector<Kind>(selector);
    if (!element) throw new Error(`The playground has no ${selector}`);
    return element;
  };
  const example = find<HTMLSelectElement>('[data-examples]');
  const generator = find<HTMLSelectElement>('[data-generator]');
  const options = find<HTMLTextAreaElement>('[data-options]');
  const wrongOption = find<HTMLElement>('[data-wrong-option]');
  const panel = find<HTMLElement>('[data-panel]');
  const status = find<HTMLElement>('[data-status]');
  const engine = createTabs(find('[data-tabs=Engine]'), () => changeEngine());
  const result = createTabs(find('[data-tabs=Result]'), () => update());

  const given = readState();
  engine.select(given.engine);
  let loaded = await load();
  while (!loaded) loaded = await load();
  let current = loaded;
  options.value = given.options ?? (options.value || '{}');
  // In the meantime, somebody may have begun to write or chosen something.
  const early = find<HTMLTextAreaElement>('[data-text]');
  const isFocused = document.activeElement === early;
  const cursor = early.selectionStart;
  let markdown = given.markdown ?? early.value;
  early.remove();
  let known: Options = {};
  let render = createRenderer(current, known);
  let address = 0;

  const editor = createEditor(
    find('[data-editor]'),
    markdown,
    readOptions(),
    (text) => {
      markdown = text;
      update();
    },
  );

  /** Load the chosen engine; nothing where another one was chosen in the meantime. */
  async function load(): Promise<Engine | undefined> {
    const { value } = engine;
    status.textContent = `Loading ${value}…`;
    const found = await loadEngine(value).catch((error: unknown) => String(error));
    if (engine.value !== value) return undefined;
    const isLoaded = typeof found !== 'string';
    status.textContent = isLoaded ? '' : `${value} cannot run here: ${found}`;
    if (isLoaded) return found;
    engine.select(engineNames[0]);
    return loadEngine(engine.value);
  }

  /** Read the options; while they are wrong, the last right ones count. */
  function readOptions(): Options {
    try {
      const read: Options = JSON.parse(options.value || '{}');
      render = createRenderer(current, read);
      known = read;
      options.removeAttribute('aria-invalid');
      wrongOption.replaceChildren();
    } catch (error) {
      options.setAttribute('aria-invalid', 'true');
      wrongOption.replaceChildren(...withCode(messageOf(error)));
      // A link to this page may bring wrong options.
      wrongOption.closest('details')?.setAttribute('open', '');
    }
    return known;
  }

  function update(): void {
    // The address of the page can wait for a pause.
    clearTimeout(address);
    address = window.setTimeout(writeAddress, 200);
    panel.setAttribute('aria-labelledby', `${engine.id} ${result.id}`);
    try {
      views[result.value]?.(panel, render(markdown));
    } catch (error) {
      // With `invalid: 'error'`, the engine throws, as in a build.
      panel.replaceChildren(paragraph(...withCode(messageOf(error))));
    }
  }

  function writeAddress(): void {
    const state = { engine: engine.value, markdown, options: options.value };
    history.replaceState(null, '', `#${new URLSearchParams(state)}`);
  }

  async function changeEngine(): Promise<void> {
    const found = await load();
    if (!found) return;
    current = found;
    render = createRenderer(current, known);
    update();
  }

  options.addEventListener('input', () => {
    editor.configure(readOptions());
    update();
  });
  example.addEventListener('change', () => {
    options.value = JSON.stringify(exampleOptions[example.value] ?? {}, null, 2);
    editor.configure(readOptions());
    const { view } = editor;
    const insert = examples[example.value] ?? '';
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert } });
  });
  const copy = async (text: string, what: string) => {
    await navigator.clipboard.writeText(text);
    status.textContent = `Copied ${what}.`;
  };
  find('[data-copy]').addEventListener('click', () => {
    const { reports, write } = configurations[generator.value] ?? {};
    copy(
      write?.(JSON.stringify({ ...reports, ...known }, null, 2)) ?? '',
      `the configuration for ${generator.value}`,
    );
  });
  find('[data-share]').addEventListener('click', () => {
    writeAddress();
    copy(location.href, 'the link');
  });
  if (isFocused) {
    editor.view.focus();
    editor.view.dispatch({ selection: { anchor: Math.min(cursor, markdown.length) } });
  }
  if (example.selectedIndex > 0) example.dispatchEvent(new Event('change'));
  else update();
  root.dataset.ready = 'true';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function paragraph(...content: ReadonlyArray<Node | string>): HTMLElement {
  const element = document.createElement('p');
  element.append(...content);
  return element;
}

function list(items: ReadonlyArray<ReadonlyArray<Node | string>>): HTMLElement {
  const element = document.createElement('ul');
  for (const item of items) {
    const row = document.createElement('li');
    row.append(...item);
    element.append(row);
  }
  return element;
}

function anchor(text = '', href = ''): HTMLElement {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}
