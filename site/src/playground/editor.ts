import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import {
  type Action,
  type Diagnostic,
  lintKeymap,
  setDiagnostics,
} from '@codemirror/lint';
import {
  hoverTooltips,
  LSPClient,
  serverCompletion,
  type Transport,
} from '@codemirror/lsp-client';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, keymap, tooltips } from '@codemirror/view';
import LanguageServer from './server?worker';
import { withCode, withoutCode } from './with-code';

const uri = 'file:///page.md';

interface Position {
  line: number;
  character: number;
}
interface Range {
  start: Position;
  end: Position;
}
interface ServerDiagnostic {
  range: Range;
  severity?: number;
  message: string;
}
interface CodeAction {
  title: string;
  diagnostics?: ReadonlyArray<ServerDiagnostic>;
  edit?: {
    changes?: Record<string, ReadonlyArray<{ range: Range; newText: string }>>;
    documentChanges?: ReadonlyArray<{
      edits: ReadonlyArray<{ range: Range; newText: string }>;
    }>;
  };
}

const severities = ['error', 'error', 'warning', 'info', 'hint'] as const;

/** Connect to the language server, which runs in a worker of its own. */
function connect(): Transport {
  const worker = new LanguageServer();
  const handlers = new Set<(message: string) => void>();
  worker.addEventListener('message', ({ data }) => {
    for (const handler of handlers) handler(JSON.stringify(data));
  });
  return {
    send: (message) => worker.postMessage(JSON.parse(message)),
    subscribe: (handler) => void handlers.add(handler),
    unsubscribe: (handler) => void handlers.delete(handler),
  };
}

function offsetAt(doc: Text, { line, character }: Position): number {
  const { from, length } = doc.line(Math.min(line + 1, doc.lines));
  return from + Math.min(character, length);
}

/** Get the changes that a fix makes in the page. */
function changesOf({ edit }: CodeAction, doc: Text) {
  const edits = edit?.changes?.[uri] ?? edit?.documentChanges?.[0]?.edits ?? [];
  return edits.map(({ newText, range }) => ({
    from: offsetAt(doc, range.start),
    to: offsetAt(doc, range.end),
    insert: newText,
  }));
}

export interface Editor {
  view: EditorView;
  /** Gives the server other options. */
  configure(options: object): void;
}

/** Make an editor whose completion, hover, messages and fixes come from the server. */
export function createEditor(
  parent: Element,
  doc: string,
  options: object,
  onChange: (text: string) => void,
): Editor {
  let view: EditorView;
  const client = new LSPClient({
    // On a slow machine, the server takes long to start.
    timeout: 60_000,
    extensions: [
      serverCompletion(),
      hoverTooltips(),
      {
        clientCapabilities: {
          textDocument: {
            publishDiagnostics: { versionSupport: true },
            codeAction: {
              codeActionLiteralSupport: {
                codeActionKind: { valueSet: ['quickfix'] },
              },
            },
          },
        },
        notificationHandlers: {
          'textDocument/publishDiagnostics'(_, { diagnostics, uri: of }) {
            // The configuration has diagnostics, too.
            if (of === uri) show(diagnostics);
            return true;
          },
        },
      },
    ],
  }).connect(connect());

  /** Show what the server reports, with its fixes, unless the page has changed in the meantime. */
  async function show(found: ReadonlyArray<ServerDiagnostic>): Promise<void> {
    const { doc } = view.state;
    const withFixes = await Promise.all(
      found.map(async (diagnostic): Promise<Diagnostic> => {
        const { message, range, severity = 1 } = diagnostic;
        const actions = await client.request<unknown, Array<CodeAction> | null>(
          'textDocument/codeAction',
          {
            textDocument: { uri },
            range,
            context: { diagnostics: [diagnostic], only: ['quickfix'] },
          },
        );
        return {
          from: offsetAt(doc, range.start),
          to: offsetAt(doc, range.end),
          severity: severities[severity] ?? 'error',
          message,
          renderMessage: () => {
            const element = document.createElement('span');
            element.append(...withCode(message));
            return element;
          },
          actions: (actions ?? []).map(
            (action): Action => ({
              name: withoutCode(action.title),
              apply: (view) =>
                view.dispatch({ changes: changesOf(action, view.state.doc) }),
            }),
          ),
        };
      }),
    );
    if (view.state.doc.eq(doc)) view.dispatch(setDiagnostics(view.state, withFixes));
  }

  view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      extensions: [
        history(),
        autocompletion(),
        // So that they are above everything beside the editor.
        tooltips({ parent: document.body }),
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        markdown(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Markdown' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          client.sync();
          onChange(update.state.doc.toString());
        }),
        client.plugin(uri, 'markdown'),
      ],
    }),
  });
  const configuration = 'file:///.contact-linksrc.json';
  let version = 0;
  const text = JSON.stringify(options);
  client.initializing.then(() =>
    client.notification('textDocument/didOpen', {
      textDocument: { uri: configuration, languageId: 'json', version, text },
    }),
  );
  return {
    view,
    configure(options) {
      version += 1;
      client.notification('textDocument/didChange', {
        textDocument: { uri: configuration, version },
        contentChanges: [{ text: JSON.stringify(options) }],
      });
    },
  };
}
