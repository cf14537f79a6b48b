/**
 * Copy texts: in V8 a part of a text keeps the whole of it in memory, which here is a file.
 *
 * @param value
 *   JSON.
 */
export function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}
