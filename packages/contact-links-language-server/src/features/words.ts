import type { Action, Service } from 'remark-contact-links/core';

/** Write a text so that Markdown shows it as it is. */
export function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Write a text as code in Markdown. */
export function code(text: string): string {
  const shown = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Write what comes after an action in an example. */
export function exampleOf(service: Service, action: Action | undefined): string {
  const { example = service.example, exampleParameters = '' } = action ?? {};
  return `${example} ${exampleParameters}`.trimEnd();
}

/** Write the label of an action without a name: `Call … with Skype`. */
export function purposeOf(service: Service, action: Action | undefined): string {
  const phrase = action?.label?.one ?? '{targets} in {service}';
  return phrase.replace(/\{targets\}/g, '…').replace(/\{service\}/g, service.title);
}
