/** Writes a list of JSON item by item, each on its own line. */
export class JsonList {
  #isEmpty = true;

  /**
   * Get what to print for an item.
   *
   * @param item
   *   JSON.
   */
  add(item: string): string {
    const before = this.#isEmpty ? '[\n' : ',\n';
    this.#isEmpty = false;
    return before + item;
  }

  /** Get what ends the list. */
  end(): string {
    return this.#isEmpty ? '[]' : '\n]';
  }
}
