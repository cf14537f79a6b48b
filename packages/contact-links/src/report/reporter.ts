import type { VFile } from 'vfile';

/** Makes a report file by file, so that no file has to be kept. */
export interface Reporter {
  /**
   * Get what to print about a file.
   *
   * @param file
   *   A file with messages.
   */
  add(file: VFile): string;
  /** Get what to print once all files are done. */
  end(): Promise<string> | string;
}
