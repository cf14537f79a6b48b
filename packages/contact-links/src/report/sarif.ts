import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { ownVersion } from '../own-version.js';
import { printableLines, withoutCommands } from '../printable.js';
import { JsonList } from './json-list.js';
import { levelOf, unsaid } from './lines.js';
import type { Reporter } from './reporter.js';

/** Levels of SARIF, by the level of a message. */
const levels = { error: 'error', warning: 'warning', info: 'note' };

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The start of a log, up to the list of results. */
const head = `{"$schema":"${schema}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":`;

/**
 * Make a reporter of SARIF 2.1.0, which code scanning reads. The rules are only known at the end,
 * so the tool comes after the results.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function createSarifReporter(): Reporter {
  const results = new JsonList();
  const rules = new Map<string, string | undefined>();
  let before = head;
  return {
    add(file) {
      const parts = file.messages.map((message) => {
        const { ruleId, url } = message;
        if (ruleId) rules.set(ruleId, url);
        return results.add(JSON.stringify(resultOf(file, message)));
      });
      const text = before + parts.join('');
      before = '';
      return withoutCommands(printableLines(text));
    },
    end() {
      const driver = {
        name: 'contact-links',
        version: ownVersion(),
        informationUri:
          'https://github.com/remark-contact-links/remark-contact-links/tree/main/packages/contact-links#readme',
        rules: [...rules].map(([id, helpUri]) => ({ id, helpUri })),
      };
      return `${before}${results.end()},"tool":${JSON.stringify({ driver })}}]}\n`;
    },
  };
}

function resultOf({ path }: VFile, message: VFileMessage) {
  const { note, place, reason, ruleId } = message;
  const start = place && 'start' in place ? place.start : place;
  const end = place && 'start' in place ? place.end : undefined;
  const rest = unsaid(message).map((each) => `write: ${each}`);
  return {
    ruleId,
    level: levels[levelOf(message)],
    message: { text: plain([reason, ...rest, note ?? []].flat().join('\n')) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: start && {
            startLine: start.line,
            startColumn: start.column,
            endLine: end?.line,
            endColumn: end?.column,
          },
        },
      },
    ],
  };
}

/** Write a path as a URI, which is relative where the path is. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** Escape a text, so that a message has no placeholder and no embedded link. */
function plain(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replace(/\]\(/g, '\\](');
}
