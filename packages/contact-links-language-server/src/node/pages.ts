import { pathToFileURL } from 'node:url';
import { FileFinder } from 'contact-links';

/** What pages are called. */
const extensions = ['.md', '.markdown', '.mdx'];

/** Find the pages of a folder as the command line tool does; gives their URIs. */
export function* pagesIn(folder: string): Iterable<string> {
  const finder = new FileFinder({ cwd: folder, extensions });
  for (const { outside, path, problem } of finder.find([
    { given: folder, paths: () => [folder] },
  ])) {
    // What a link leads out of the folder to is not part of the workspace.
    if (problem === undefined && outside === undefined) {
      yield pathToFileURL(`${folder}/${path}`).href;
    }
  }
}
