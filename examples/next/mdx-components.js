/** Next requires this file: what replaces the elements of Markdown; here they stay. */
export function useMDXComponents() {
  return {}
}
