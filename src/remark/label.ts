import { codes, types } from 'micromark-util-symbol';
import type {
  Code,
  Construct,
  Point,
  State,
  TokenizeContext,
  Tokenizer,
} from 'micromark-util-types';

/** What can hide brackets from link text: code, HTML, expressions, math. */
const opaque: ReadonlySet<Code> = new Set([
  codes.graveAccent,
  codes.lessThan,
  codes.leftCurlyBrace,
  codes.dollarSign,
]);

/**
 * Make a construct that looks whether a label may be closed, without reading it: at `[[`
 * or the end of the paragraph it gives up, so that all attempts together look at each
 * character once. Where it cannot tell, it says yes, and the closer decides.
 *
 * @param onstop
 *   Called with the place where it gave up.
 */
export function labelMayClose(onstop: (point: Point) => undefined): Construct {
  return { partial: true, tokenize };

  function tokenize(
    this: TokenizeContext,
    ...[effects, ok, nok]: Parameters<Tokenizer>
  ): State {
    const self = this;
    let unsure = false;
    // Brackets that are open in the label.
    let depth = 0;
    // Whether one was closed that was not open.
    let unpaired = false;

    return start;

    /**
     * ```markdown
     * > | [[skype:call a|label]]
     *                    ^
     * ```
     */
    function start(code: Code): State | undefined {
      if (code === codes.eof) return stop(code);
      effects.enter(types.data);
      return inside(code);
    }

    /**
     * ```markdown
     * > | [[skype:call a|label]]
     *                    ^^^^^
     * ```
     */
    function inside(code: Code): State | undefined {
      if (code === codes.eof) return stop(code);
      if (opaque.has(code)) unsure = true;
      effects.consume(code);
      if (code === codes.backslash) return escaped;
      if (code === codes.exclamationMark) return image;
      if (code === codes.leftSquareBracket) return open;
      if (code === codes.rightSquareBracket) return close;
      return inside;
    }

    /**
     * ```markdown
     * > | [[skype:call a|la\]bel]]
     *                       ^
     * ```
     */
    function escaped(code: Code): State | undefined {
      if (code !== codes.leftSquareBracket && code !== codes.rightSquareBracket) {
        return inside(code);
      }
      effects.consume(code);
      return inside;
    }

    /**
     * ```markdown
     * > | [[skype:call a|la![b]el]]
     *                      ^
     * ```
     */
    function image(code: Code): State | undefined {
      if (code !== codes.leftSquareBracket) return inside(code);
      depth++;
      effects.consume(code);
      return inside;
    }

    /**
     * ```markdown
     * > | [[skype:call a|la[[skype:call b]]
     *                       ^
     * ```
     */
    function open(code: Code): State | undefined {
      depth++;
      return code === codes.leftSquareBracket ? stop(code) : inside(code);
    }

    /**
     * ```markdown
     * > | [[skype:call a|label]]
     *                         ^
     * ```
     */
    function close(code: Code): State | undefined {
      if (depth > 0) {
        depth--;
        // The resource of a link may hold brackets too.
        if (code === codes.leftParenthesis) unsure = true;
        return inside(code);
      }
      if (code !== codes.rightSquareBracket) {
        unpaired = true;
        return inside(code);
      }
      if (!unpaired || unsure) return ok(code);
      // The message shows the label to its end.
      effects.consume(code);
      return stop;
    }

    function stop(code: Code): State | undefined {
      if (unsure) return ok(code);
      onstop(self.now());
      return nok(code);
    }
  }
}
