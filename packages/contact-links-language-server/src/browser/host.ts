import type { Host, PageParser } from '../host.js';

/**
 * What the server needs in a browser: there are no files but those that are open. Pages are
 * parsed where the server is, which is a worker itself, and the parser is loaded with the first.
 */
export function createBrowserHost(): Host {
  let parser: Promise<PageParser['parse']> | undefined;
  return {
    normalUri: (uri) => uri,
    read: () => undefined,
    stamp: () => undefined,
    pagesIn: () => [],
    load: () => Promise.reject(new Error('Only JSON can be read here')),
    parser: {
      async parse(request) {
        parser ??= import('../parse/parse-page.js').then(({ createPageParser }) =>
          createPageParser(),
        );
        const parse = await parser;
        return parse(request);
      },
      dispose() {},
    },
  };
}
