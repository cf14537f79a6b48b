/** Names that hast and JSX have for attributes, by the names in HTML, where they differ. */
export const propertyNames: Readonly<Record<string, string>> = {
  class: 'className',
  hreflang: 'hrefLang',
  referrerpolicy: 'referrerPolicy',
  tabindex: 'tabIndex',
};

/** Turn attributes into hast properties; nothing when there are none. */
export function toProperties(
  attributes: Readonly<Record<string, string>>,
): Record<string, string> | undefined {
  const entries = Object.entries(attributes).map(([name, value]) => [
    propertyNames[name] ??
      name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
    value,
  ]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
