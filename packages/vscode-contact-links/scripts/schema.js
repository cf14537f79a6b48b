/**
 * Take out of a JSON Schema what would report a mistake a second time: the server reports it, and
 * says more. What is left completes and describes.
 *
 * @param {unknown} schema
 *   The schema, or a part of it.
 * @returns {unknown}
 *   The same, in which names and words may be any.
 */
export function withoutForms(schema) {
  if (Array.isArray(schema)) return schema.map(withoutForms);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isForm(key, value))
      .map(([key, value]) =>
        // These are completed, and nothing is said of others.
        key === 'enum' && Array.isArray(value)
          ? ['anyOf', [{ enum: value }, {}]]
          : [key, withoutForms(value)],
      ),
  );
}

/** Whether a keyword says what is not allowed; an option can have the same name. */
function isForm(key, value) {
  if (key === 'additionalProperties') return value === false;
  if (key === 'pattern') return typeof value === 'string';
  return key === 'propertyNames';
}
