import type { VFile } from 'vfile';
import { counted } from '../counted.js';
import { tellInfo } from '../file-messages.js';

/** Counts the attributes of links that Markdown cannot hold. */
export class LostAttributes {
  readonly #names = new Set<string>();
  #links = 0;

  /**
   * Count the attributes of a link.
   *
   * @param attributes
   *   The attributes that the link has in the page. Default: none.
   * @param title
   *   The title that the link keeps. Default: none.
   */
  add(attributes: Readonly<Record<string, string>> = {}, title?: string): void {
    const lost = Object.keys(attributes).filter(
      (name) => name !== 'title' || title === undefined,
    );
    if (lost.length > 0) this.#links++;
    for (const name of lost) this.#names.add(name);
  }

  /** Report which attributes a file loses. */
  tell(file: VFile): void {
    if (this.#links === 0) return;
    const names = [...this.#names].map((name) => `\`${name}\``).join(', ');
    const links = counted(this.#links, 'link');
    tellInfo(
      file,
      'lost-attributes',
      `Plain Markdown has no attributes: ${links} of this file would have ${names}`,
    );
  }
}
