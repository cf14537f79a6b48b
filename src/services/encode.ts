/**
 * Turn text into one component of a URI: everything but the unreserved characters
 * of RFC 3986 (section 2.3) becomes percent-encoded UTF-8, a space `%20`.
 *
 * Free text becomes part of a URI only here, and in the URI Templates of a site's own services.
 *
 * @param text
 *   Well-formed text: a lone surrogate throws `URIError`.
 * @param literal
 *   Characters that the scheme keeps as they are, such as `:` and `,` in Skype names. Default:
 *   none.
 * @returns
 *   ASCII, ready to be put into a URI.
 */
export function encode(text: string, literal = ''): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, percentEncode)
    .replace(/%[\dA-F]{2}/g, (triplet) => {
      const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
      return literal.includes(character) ? character : triplet;
    });
}

/**
 * Write the fields of a URI, each `key=value`, in the order they are given.
 *
 * @param first
 *   What is before the first field: `;` is before each, anything else has `&` before the others.
 * @param fields
 *   Values by key, not yet encoded; a key without a value is left out. The items of a list
 *   are encoded one by one, with commas between them.
 * @param literal
 *   As for `encode`.
 * @returns
 *   The fields; empty where none has a value.
 */
export function encodeFields(
  first: '' | '?' | '&' | ';',
  fields: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>,
  literal = '',
): string {
  const next = first === ';' ? ';' : '&';
  let result = '';
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const items = typeof value === 'string' ? [value] : value;
    const encoded = items.map((item) => encode(item, literal)).join(',');
    result += `${result ? next : first}${key}=${encoded}`;
  }
  return result;
}

/** `encodeURIComponent` leaves `!'()*`, which RFC 3986 section 2.2 reserves. */
function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
