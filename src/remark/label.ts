import type { Code, Construct, State } from 'micromark-util-types';
import { leftSquareBracket, rightSquareBracket } from '../core/shorthand/characters.js';

/**
 * Make a construct that reads a label, up to the `]` that belongs to nothing in it.
 *
 * The label is tokenized in its place by whatever constructs there are, as the text of a
 * link is. So code, HTML, expressions, destinations and titles hide brackets exactly where
 * they do so in Markdown, and need no rules here. The construct gives up at `[[` and at the end
 * of the paragraph, so that all attempts together read each character once.
 *
 * @param onstop
 *   Called at the place where the construct gives up.
 */
export function createLabel(onstop: () => undefined): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const self = this;
      const constructs = self.parser.constructs.text;
      const construct = effects.attempt(constructs, after, data);
      // How many starts of links and images are open.
      let depth = 0;

      return start;

      /**
       * ```markdown
       * > | [[skype:call a|label]]
       *                    ^
       * ```
       */
      function start(code: Code): State | undefined {
        if (code === null) return stop(code);
        // A token is never empty.
        if (code === rightSquareBracket) return end(code);
        effects.enter('contactLinkLabel');
        return inside(code);
      }

      function inside(code: Code): State | undefined {
        if (code === null) return stop(code);
        if (!atConstruct(code)) return data(code);
        if (code === leftSquareBracket) {
          return effects.check(doubleBracket, stop, construct)(code);
        }
        if (code !== rightSquareBracket) return construct(code);
        if (depth === 0) {
          effects.exit('contactLinkLabel');
          return end(code);
        }
        // It ends the last start, whether that becomes a link or not.
        depth--;
        return construct(code);
      }

      function after(code: Code): State | undefined {
        const type = self.events.at(-1)?.[1].type;
        if (type === 'labelLink' || type === 'labelImage') depth++;
        return inside(code);
      }

      function data(code: Code): State | undefined {
        effects.enter('data');
        effects.consume(code);
        return insideData;
      }

      function insideData(code: Code): State | undefined {
        if (code !== null && !atConstruct(code)) {
          effects.consume(code);
          return insideData;
        }
        effects.exit('data');
        return inside(code);
      }

      /** Whether something other than text may begin, as micromark decides it. */
      function atConstruct(code: Code): boolean {
        const { [String(code)]: possible = [] } = constructs;
        return (possible as Array<Construct>).some(
          ({ previous }) => previous?.call(self, self.previous) ?? true,
        );
      }

      function end(code: Code): State | undefined {
        self._contactLinkReach = self.now().offset;
        return ok(code);
      }

      function stop(code: Code): State | undefined {
        self._contactLinkReach = self.now().offset;
        onstop();
        return nok(code);
      }
    },
  };
}

/** `[[`, of a shorthand or not. */
const doubleBracket: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return start;

    function start(code: Code): State {
      effects.enter('labelMarker');
      effects.consume(code);
      return second;
    }

    function second(code: Code): State | undefined {
      effects.exit('labelMarker');
      return code === leftSquareBracket ? ok(code) : nok(code);
    }
  },
};
