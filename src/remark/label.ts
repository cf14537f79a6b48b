import type { Code, Construct, State } from 'micromark-util-types';
import {
  backslash,
  dollarSign,
  exclamationMark,
  graveAccent,
  leftCurlyBrace,
  leftParenthesis,
  leftSquareBracket,
  lessThan,
  rightSquareBracket,
} from '../core/codes.js';

/**
 * Make a construct that looks whether a label may be closed, without reading it: at `[[`
 * or the end of the paragraph it gives up, so that all attempts together look at each
 * character once. Where it cannot tell, it says yes, and the closer decides.
 *
 * @param onstop
 *   Called at the place where it gives up.
 */
export function labelMayClose(onstop: () => undefined): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      // Whether there is something that can hide brackets from link text.
      let unsure = false;
      // Whether a bracket is closed that was not open.
      let unpaired = false;
      let depth = 0;
      // The code before, unless it was escaped.
      let previous: Code = null;

      return start;

      /**
       * ```markdown
       * > | [[skype:call a|label]]
       *                    ^
       * ```
       */
      function start(code: Code): State | undefined {
        if (code !== null) effects.enter('data');
        return inside(code);
      }

      /**
       * ```markdown
       * > | [[skype:call a|label]]
       *                    ^^^^^
       * ```
       */
      function inside(code: Code): State | undefined {
        const before = previous;
        previous = before === backslash ? null : code;
        if (before === rightSquareBracket && code !== before) unpaired = true;
        if (code === null) return stop(code);
        if (previous === leftSquareBracket) {
          if (before === code) return stop(code);
          if (before === exclamationMark) previous = null;
          depth++;
        } else if (previous === rightSquareBracket && depth > 0) {
          previous = pairEnd;
          depth--;
        } else if (previous === rightSquareBracket && before === code) {
          return unpaired ? stop(code) : ok(code);
        } else if (hidesBrackets(code, before)) {
          unsure = true;
        }
        effects.consume(code);
        return inside;
      }

      function stop(code: Code): State | undefined {
        if (unsure) return ok(code);
        onstop();
        return nok(code);
      }
    },
  };
}

/** In place of a `]` that has its `[`. */
const pairEnd = -9;

/** Whether code, HTML, an expression, math or a resource may begin. */
function hidesBrackets(code: Code, before: Code): boolean {
  return (
    code === graveAccent ||
    code === lessThan ||
    code === leftCurlyBrace ||
    code === dollarSign ||
    (code === leftParenthesis && before === pairEnd)
  );
}
