import {
  labelEnd,
  labelStartImage,
  labelStartLink,
} from 'micromark-core-commonmark-2.0.3';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';
import { describe, expect, test } from 'vitest';
import { fixtures } from './helpers/fixtures.js';
import { render, usual } from './helpers/remark.js';

/** The links of micromark-core-commonmark 2.0.3, which keep no list of their starts. */
const older: Extension = {
  disable: { null: ['labelEnd', 'labelStartImage'] },
  text: {
    [codes.exclamationMark]: renamed(labelStartImage),
    [codes.leftSquareBracket]: renamed(labelStartLink),
    [codes.rightSquareBracket]: renamed(labelEnd),
  },
};

/** Under another name, as the name is what turns the newer ones off. */
function renamed(construct: Construct): Construct {
  return { ...construct, name: `${construct.name}Older` };
}

function useOlder(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: Array<Extension> };
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(older);
}

describe('an older micromark-core-commonmark gives the same', () => {
  test.each(fixtures)('$name', ({ input, options }) => {
    const plugins = usual(options);
    expect(render(input, [useOlder, ...plugins])).toEqual(render(input, plugins));
  });
});
