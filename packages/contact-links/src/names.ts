/** Name of configuration files that are found without being named. */
export const rcName = '.contact-linksrc';
/** A file of this name is a configuration file if it has this field. */
export const packageName = 'package.json';
export const packageField = 'contactLinksConfig';

/** The first of these in a folder counts; the order is that of unified-engine. */
export const configurationNames: ReadonlyArray<string> = [
  rcName,
  ...['json', 'cjs', 'mjs', 'js', 'yaml', 'yml'].map((each) => `${rcName}.${each}`),
  packageName,
];

/** Name of ignore files, which have the syntax of `.gitignore`. */
export const ignoreName = '.contact-linksignore';
