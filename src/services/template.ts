/**
 * Schemes that no service may have: they run code or read files, or browsers do not hand them
 * to other programs.
 *
 * @see https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/external_protocol/external_protocol_handler.cc
 *   `kDeniedSchemes`, read on 2026-11-27.
 * @see https://searchfox.org/mozilla-central/source/modules/libpref/init/all.js
 *   `network.protocol-handler.external.*` that are off, read on 2026-11-27.
 */
const denied = new Set([
  // Chromium.
  ...['afp', 'data', 'disk', 'disks', 'file', 'hcp', 'ie.http', 'javascript', 'mk'],
  ...['ms-help', 'nntp', 'res', 'shell', 'vbscript', 'view-source', 'vnd.ms.radio'],
  // Firefox.
  ...['iehistory', 'ierss', 'ms-cxh', 'ms-cxh-full', 'ms-msdt', 'search', 'search-ms'],
  ...['help', 'moz-icon', 'ttp', 'htp', 'ttps', 'tps', 'ps', 'htps', 'ile', 'le'],
  // Schemes of browsers themselves, of archives, and of parts of other apps.
  ...['about', 'android-app', 'blob', 'chrome', 'chrome-extension', 'cid', 'content'],
  ...['devtools', 'filesystem', 'intent', 'its', 'jar', 'livescript', 'mhtml', 'mid'],
  ...['mocha', 'moz-extension', 'ms-its', 'ms-itss', 'resource', 'wyciwyg'],
]);

/** Schemes that Windows hands to its own parts; several of them have run commands. */
const windows = /^(?:ms-(?!sfb$|teams$)|search-|windows)/;

/** What is in braces: an operator, and variables with modifiers (RFC 6570 section 2.2). */
const expression = /\{([./;?&+#]?)([^{}]*)\}/g;

const variable = /^([A-Za-z_][\w.-]*)(?::[1-9]\d{0,3}|\*)?$/;

/**
 * Find out what is wrong with a URI Template of a service.
 *
 * @param template
 *   RFC 6570, without `{+…}` and `{#…}`.
 * @param parameters
 *   Names of the parameters that it may use, in addition to `target` and `targets`.
 * @returns
 *   What the template has to be, in words; nothing when it is right.
 */
export function templateFault(
  template: string,
  parameters: ReadonlyArray<string>,
): string | undefined {
  const [scheme = ''] = /^[a-z][a-z\d+.-]+(?=:)/i.exec(template) ?? [];
  const name = scheme.toLowerCase();
  if (!name || denied.has(name) || windows.test(name)) {
    return 'a URI Template that begins with the scheme of a link, such as `https:`';
  }
  if (/\p{Cs}/u.test(template)) return 'a URI Template without half a character';
  if (/[{}]/.test(template.replace(expression, ''))) {
    return 'a URI Template whose braces are closed';
  }
  const used = new Set<string>();
  for (const [, operator = '', list = ''] of template.matchAll(expression)) {
    if (operator === '+' || operator === '#') {
      return 'a URI Template without `{+…}` and `{#…}`, which leave characters as they are';
    }
    for (const each of list.split(',')) {
      const variableName = variable.exec(each)?.[1];
      if (variableName === undefined) return `a name of a variable, not \`${each}\``;
      used.add(variableName);
    }
  }
  if (!used.has('target') && !used.has('targets')) {
    return 'a URI Template with `{target}` or `{targets}`';
  }
  const known = new Set(['target', 'targets', ...parameters]);
  const unknown = [...used].find((each) => !known.has(each));
  const unused = parameters.find((each) => !used.has(each));
  if (unused !== undefined) {
    return `a URI Template with \`{${unused}}\`, as \`parameters\` has it`;
  }
  return unknown === undefined
    ? undefined
    : `a URI Template whose variables are \`target\`, \`targets\` or in \`parameters\`, not \`${unknown}\``;
}
