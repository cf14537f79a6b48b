/** Next wants this file: what stands for the elements of Markdown; here they stay. */
export function useMDXComponents() {
  return {}
}
