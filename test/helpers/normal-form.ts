const spellings: ReadonlyArray<readonly [RegExp, string]> = [
  [/&#x26;/g, '&amp;'],
  [/&#x3C;/g, '&lt;'],
  [/&#x27;|&#39;/g, "'"],
  [/&quot;|&#x22;/g, '"'],
  [/&gt;/g, '>'],
];

/** Write HTML in the one form that the engines are compared in. */
export function normalForm(html: string): string {
  return spellings.reduce(
    (text, [spelling, normal]) => text.replace(spelling, normal),
    html.trimEnd() + '\n',
  );
}
