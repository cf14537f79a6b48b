import { configurationNames } from 'contact-links/names';
import { bookUri } from 'contact-links-language-server/projects';
import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { DocumentFilter, LanguageClientOptions } from 'vscode-languageclient';
import { section, settingsForServer } from './settings.js';

const languages = ['markdown', 'mdx'];

/**
 * List the schemes of the pages that the server gets: a page that an editor shows in a comparison
 * has another scheme, and would be reported twice.
 */
export function schemes(): Array<string> {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)])];
}

/**
 * Create the options of the client for the workspace as it is now.
 *
 * @param outputChannel
 *   Where the server writes.
 * @returns
 *   The options.
 */
export function createClientOptions(
  outputChannel: LogOutputChannel,
): LanguageClientOptions {
  const settings = workspace.getConfiguration(section);
  return {
    documentSelector: [...pages(), ...configuration(settings.get('contacts'))],
    initializationOptions: {
      ...settingsForServer(settings),
      suggestCommand: 'editor.action.triggerSuggest',
      trusted: workspace.isTrusted,
    },
    middleware: {
      workspace: {
        async configuration(params, token, next) {
          const answer = await next(params, token);
          if (!Array.isArray(answer)) return answer;
          return answer.map((each, index) =>
            params.items[index]?.section === section ? settingsForServer(each) : each,
          );
        },
      },
    },
    outputChannel,
  };
}

function pages(): Array<DocumentFilter> {
  return languages.flatMap((language) =>
    schemes().map((scheme) => ({ language, scheme })),
  );
}

/** Select the files in which the server reports wrong options, and finds people. */
function configuration(contacts: string | null | undefined): Array<DocumentFilter> {
  const patterns = configurationNames.map((name) => `**/${name}`);
  const [folder] = workspace.workspaceFolders ?? [];
  const book = bookUri(contacts, folder && `${folder.uri}/`);
  if (book?.startsWith('file:')) patterns.push(Uri.parse(book).fsPath);
  return patterns.map((pattern) => ({ pattern, scheme: 'file' }));
}
