/**
 * Remove the keywords of a JSON Schema that would report a mistake a second time: the server
 * reports it with more detail. The rest completes and describes options.
 *
 * @param {unknown} schema
 *   The schema, or a part of it.
 * @returns {unknown}
 *   The schema, which allows any names and values.
 */
export function withoutForms(schema) {
  if (Array.isArray(schema)) return schema.map(withoutForms);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !isForm(key, value))
      .map(([key, value]) =>
        // These values are completed, and others are not reported.
        key === 'enum' && Array.isArray(value)
          ? ['anyOf', [{ enum: value }, {}]]
          : [key, withoutForms(value)],
      ),
  );
}

/** Whether a key is a keyword that forbids something, and not an option of that name. */
function isForm(key, value) {
  if (key === 'additionalProperties') return value === false;
  if (key === 'pattern') return typeof value === 'string';
  return key === 'propertyNames';
}
