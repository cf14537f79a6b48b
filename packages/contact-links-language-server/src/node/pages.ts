import { pathToFileURL } from 'node:url';
import { FileFinder } from 'contact-links';

/** Extensions of pages. */
const extensions = ['.md', '.markdown', '.mdx'];

/** Find the pages of a folder as the command line tool does; gives their URIs. */
export function* pagesIn(folder: string): Iterable<string> {
  const finder = new FileFinder({ cwd: folder, extensions });
  for (const { outside, path, problem } of finder.find([
    { given: folder, paths: () => [folder] },
  ])) {
    // A symbolic link out of the folder leads out of the workspace.
    if (problem === undefined && outside === undefined) {
      yield pathToFileURL(`${folder}/${path}`).href;
    }
  }
}
