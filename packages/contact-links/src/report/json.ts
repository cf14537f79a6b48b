import { reporterJson } from 'vfile-reporter-json';
import { printableLines, withoutCommands } from '../printable.js';
import { JsonList } from './json-list.js';
import type { Reporter } from './reporter.js';

/** Make what reports for programs: these get each text as it is, escaped as JSON escapes. */
export function createJsonReporter(): Reporter {
  const files = new JsonList();
  return {
    add(file) {
      // A list of one file is one in brackets.
      const item = reporterJson(file).slice(1, -1);
      return withoutCommands(printableLines(files.add(item)));
    },
    end: () => `${files.end()}\n`,
  };
}
