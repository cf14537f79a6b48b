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
} from '../core/shorthand/characters.js';

/**
 * Make a construct that looks whether a label is closed, without reading it: at `[[` or
 * the end of the paragraph it gives up, so that all attempts together look at each
 * character once. Where it cannot tell, it says yes, and the closer decides.
 *
 * @param onstop
 *   Called at the place where it gives up.
 */
export function labelMayClose(onstop: () => undefined): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const self = this;
      // Whether there may be a resource, which can hide brackets from link text.
      let unsure = false;
      // Whether a bracket is closed that was not open.
      let unpaired = false;
      let depth = 0;
      // The code before, unless it was escaped.
      let previous: Code = null;
      let isOpen = false;

      return inside;

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
        } else if (code === leftParenthesis && before === pairEnd) {
          unsure = true;
        } else if (previous !== null && hidesBrackets(code)) {
          return opaque(code);
        }
        return plain(code);
      }

      /** Code, HTML, an expression or math, if it is any: what is in it counts not. */
      function opaque(code: Code): State | undefined {
        const { [String(code)]: constructs = [] } = self.parser.constructs.text;
        const possible = (constructs as Array<Construct>).filter(
          (construct) => construct.previous?.call(self, self.previous) ?? true,
        );
        if (possible.length === 0) return plain(code);
        if (isOpen) effects.exit('data');
        isOpen = false;
        return effects.attempt(possible, inside, plain)(code);
      }

      function plain(code: Code): State | undefined {
        if (!isOpen) effects.enter('data');
        isOpen = true;
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

/** Whether something may begin that is read as a whole, brackets and all. */
function hidesBrackets(code: Code): boolean {
  return (
    code === graveAccent ||
    code === lessThan ||
    code === leftCurlyBrace ||
    code === dollarSign
  );
}
