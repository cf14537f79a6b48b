import type { Host, PageParser } from '../host.js';

/**
 * Make the host for a browser, which has no files other than open ones. Pages are parsed in the
 * worker in which the server runs; the parser is loaded with the first page.
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
