/**
 * Copy texts: in V8, a part of a text keeps the whole text in memory, which here is a file.
 *
 * @param value
 *   A value that JSON can have.
 */
export function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
