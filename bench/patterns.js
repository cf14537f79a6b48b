/**
 * What somebody could repeat to make a parser slow, by kind: beginnings of shorthands, whole
 * shorthands that are right or wrong, and Markdown around and inside them.
 *
 * @type {Record<string, ReadonlyArray<string>>}
 */
export const patterns = {
  'not closed': [
    '[[skype:call a|',
    '[[skype:',
    '[[skype:call a k="',
    '[[skype:call a|\\',
    '[[skype:call a|*',
    '[[skype:call a|_b ',
    '[[skype:call a',
    '[[skype:a]',
    '[[skype:a;',
    '[[skype:a|b\n',
    '[[mailto:a@',
    '- [[skype:a|b\n',
  ],
  'code and the like in a label': ['[[skype:call a|`', '[[skype:call a|<b '],
  'brackets in a label': [
    '[[skype:call a|![',
    '[[skype:call a|[',
    '[[skype:call a|x]',
    '[[skype:call a|[x ] ',
    '[[skype:call a|![[x]]]] ',
    '[[skype:call a|]](',
  ],
  'destinations and titles in a label': [
    '[[skype:call a|x](',
    '[[skype:call a|[x](',
    '[[skype:call a|[x](<',
    '[[skype:call a|[x](y "',
    '[[skype:call a|![i](u) ',
    '[[skype:call a|[x](u) ',
    '[[skype:call a|[x](u)]] ',
    '[[skype:call a|[x](<]]> "]]")]] ',
  ],
  'mixed starts': [
    '[[skype:a|![i](u)](v) ',
    '[x [[skype:a|![i](u)](v) ',
    '![alt [[skype:a|![i](u)](v) ',
    '[x [[skype:a|b]] ',
    '[x [[skype:a|[y](u)]] ',
    '![x [[skype:a|',
    '[[[skype:a',
  ],
  whole: [
    '[[skype:a]] ',
    '[[skype:call a|x]]',
    '[[skype:cal a]] ',
    '[[skype:cal a|x]] ',
    '[[skype:call a topic="]] ',
    '[[skype:call a;b topic="x"]] ',
    '[[teams:chat @support]] ',
    '[[tel:+1 201 555 0123]] ',
    '[[mailto:a@example.com|b@example.com]] ',
    '[[skype:a]](x)',
    '[[skype:a]][x] ',
    '> [[skype:a|b\n> c]]\n\n',
  ],
  'around it': [
    '![[skype:a]] ',
    '*[[skype:a|b* c]] ',
    '_[[skype:a|_',
    '**[[skype:a|b** c]] ',
    '[x [[skype:a]] ](y) ',
    '<a>[[skype:a]]',
    '<a>[[skype:a]]</a> ',
  ],
  'none of ours': ['\\[[skype:a]] ', '`[[skype:a]]` ', '[[Page]] ', ']]', '|]]'],
};
