import type { Options } from 'remark-contact-links';
import { configurations } from './configurations';
import { createEditor } from './editor';
import { createRenderer, type Engine, loadEngine, type Rendered } from './engines';
import { exampleOptions, examples } from './examples';

/** What a link to the playground carries after `#`. */
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

/** Starts the playground in its element. */
export async function start(root: HTMLElement): Promise<void> {
  const find = <Kind extends Element>(selector: string): Kind => {
    const element = root.querySelector<Kind>(selector);
    if (!element) throw new Error(`The playground has no ${selector}`);
    return element;
  };
  const engine = find<HTMLSelectElement>('[data-engine]');
  const example = find<HTMLSelectElement>('[data-examples]');
  const generator = find<HTMLSelectElement>('[data-generator]');
  const options = find<HTMLTextAreaElement>('[data-options]');
  const panel = find<HTMLElement>('[data-panel]');
  const status = find<HTMLElement>('[data-status]');
  const tabs = [...root.querySelectorAll<HTMLButtonElement>('[role=tab]')];

  const given = readState();
  if (given.engine !== undefined) engine.value = given.engine;
  if (engine.selectedIndex < 0) engine.selectedIndex = 0;
  let loaded = await load();
  while (!loaded) loaded = await load();
  let current = loaded;
  options.value = given.options ?? (options.value || '{}');
  // Somebody may have begun to write, or have chosen something, meanwhile.
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

  /** Loads the engine that is chosen; nothing where another was chosen meanwhile. */
  async function load(): Promise<Engine | undefined> {
    const { value } = engine;
    status.textContent = `Loading ${value}…`;
    const found = await loadEngine(value).catch((error: unknown) => String(error));
    if (engine.value !== value) return undefined;
    const isLoaded = typeof found !== 'string';
    status.textContent = isLoaded ? '' : `${value} cannot run here: ${found}`;
    if (isLoaded) return found;
    engine.selectedIndex = 0;
    return loadEngine(engine.value);
  }

  /** The options that are written; while they are wrong, the last right ones. */
  function readOptions(): Options {
    try {
      const read: Options = JSON.parse(options.value || '{}');
      render = createRenderer(current, read);
      known = read;
      options.removeAttribute('aria-invalid');
      status.textContent = '';
    } catch (error) {
      options.setAttribute('aria-invalid', 'true');
      status.textContent = error instanceof Error ? error.message : String(error);
    }
    return known;
  }

  function update(): void {
    // The address can follow when there is a pause.
    clearTimeout(address);
    address = window.setTimeout(writeAddress, 200);
    try {
      show(render(markdown));
    } catch (error) {
      // With `invalid: 'error'` the engine stops, as a build does.
      panel.replaceChildren(paragraph(error instanceof Error ? error.message : ''));
    }
  }

  function writeAddress(): void {
    const state = { engine: engine.value, markdown, options: options.value };
    history.replaceState(null, '', `#${new URLSearchParams(state)}`);
  }

  function show({ html, links, messages }: Rendered): void {
    const tab = tabs.find(({ ariaSelected }) => ariaSelected === 'true');
    if (tab?.id === 'tab-html') {
      const pre = document.createElement('pre');
      pre.textContent = html;
      panel.replaceChildren(pre);
    } else if (tab?.id === 'tab-links') {
      panel.replaceChildren(list(links.map(({ href, text }) => [`${text} → ${href}`])));
    } else if (tab?.id === 'tab-messages') {
      panel.replaceChildren(
        messages.length > 0
          ? list(
              messages.map(({ column, line, reason, ruleId, url }) => [
                `${line}:${column}: ${reason} `,
                anchor(ruleId, url),
              ]),
            )
          : paragraph('Nothing is wrong.'),
      );
    } else {
      panel.innerHTML = html;
    }
  }

  function select(tab: HTMLButtonElement): void {
    for (const other of tabs) {
      other.ariaSelected = String(other === tab);
      other.tabIndex = other === tab ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', tab.id);
    update();
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => select(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const next = step && tabs.at((index + step) % tabs.length);
      if (!next) return;
      next.focus();
      select(next);
    });
  }
  engine.addEventListener('change', async () => {
    const found = await load();
    if (!found) return;
    current = found;
    render = createRenderer(current, known);
    update();
  });
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
  find('[data-copy]').addEventListener('click', () =>
    copy(
      configurations[generator.value]?.(JSON.stringify(known, null, 2)) ?? '',
      `the configuration for ${generator.value}`,
    ),
  );
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

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
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
