import fc from 'fast-check';

/** Words of an author, each of them found nowhere else. */
const word = fc.integer({ min: 1000, max: 9999 }).map((number) => `word${number}`);
const target = fc.constantFrom(
  'echo123',
  'echo-chinese',
  'live:bob',
  '+1 201 555 0123',
);
const shorthand = fc
  .record({
    action: fc.constantFrom('call ', 'video ', 'cal ', 'voicemail ', 'hangup ', ''),
    label: fc.option(fc.tuple(fc.constantFrom('', '*', '`', '['), word)),
    targets: fc.array(target, { minLength: 1, maxLength: 3 }),
    topic: fc.option(fc.constantFrom('x', '"a b"', '"\\"|]]"')),
  })
  .map(({ action, label, targets, topic }) => {
    const [mark, text] = label ?? ['', ''];
    return `[[skype:${action}${targets.join(';')}${topic ? ` topic=${topic}` : ''}${
      label ? `|${mark}${text}${mark === '[' ? ']' : mark}` : ''
    }]]`;
  });
const prose = fc.oneof(
  word,
  shorthand,
  fc.constantFrom('and', '*so*', '`[[`', '\n', '!', ',', '[x](u)', '\\[[skype:a]]'),
);
/** Documents that somebody could write, right and wrong. */
export const sensible = fc
  .array(prose, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' ').replace(/ ?\n ?/g, '\n'));
