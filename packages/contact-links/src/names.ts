/** What configuration files are called that nobody names. */
export const rcName = '.contact-linksrc';
/** A file of this name is one if it has this field. */
export const packageName = 'package.json';
export const packageField = 'contactLinksConfig';

/** The first of these in a folder counts; the order is that of unified-engine. */
export const configurationNames: ReadonlyArray<string> = [
  rcName,
  ...['json', 'cjs', 'mjs', 'js', 'yaml', 'yml'].map((each) => `${rcName}.${each}`),
  packageName,
];

/** What files are called that list what to leave out, in the syntax of gitignore. */
export const ignoreName = '.contact-linksignore';
