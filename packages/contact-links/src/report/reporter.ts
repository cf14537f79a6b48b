import type { VFile } from 'vfile';

/** Makes a report file by file, so that it need not hold on to any. */
export interface Reporter {
  /**
   * Get what to print about a file.
   *
   * @param file
   *   One with messages.
   */
  add(file: VFile): string;
  /** Get what to print once all files are done. */
  end(): Promise<string> | string;
}
