import { reporterJson } from 'vfile-reporter-json';
import { printableLines, withoutCommands } from '../printable.js';
import { JsonList } from './json-list.js';
import type { Reporter } from './reporter.js';

/** Make a reporter for programs, which get each text as it is, escaped as in JSON. */
export function createJsonReporter(): Reporter {
  const files = new JsonList();
  return {
    add(file) {
      // The reporter writes a list with one file, in brackets.
      const item = reporterJson(file).slice(1, -1);
      return withoutCommands(printableLines(files.add(item)));
    },
    end: () => `${files.end()}\n`,
  };
}
