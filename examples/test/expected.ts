/** What every generator has to make of the pages that all examples share. */

/** A contact link, as readers get it. */
export interface ExpectedLink {
  /** Value of the attribute, as it is in the page. */
  href: string;
  /** Text of the link, which is its accessible name too. */
  text: string;
  /** Value of the attribute; `null` unless the generator sets one. */
  target: '_self' | '_blank' | null;
}

export type PageName = 'index' | 'syntax';

const teams = 'https://teams.microsoft.com/l/chat/0/0?users=';

const links: Record<PageName, ReadonlyArray<[href: string, text: string]>> = {
  index: [
    [teams + 'support%40contoso.com', 'Ask the support team'],
    ['tel:+12015550100', 'the support team'],
    ['mailto:support@contoso.com?subject=My%20order', 'E-mail us'],
    ['https://meet.jit.si/OurWeeklySync', 'Join the weekly sync'],
  ],
  syntax: [
    ['skype:echo123', 'echo123'],
    ['skype:echo123;echo-chinese', 'echo123 and echo-chinese'],
    ['tel:+12015550123', '+1 201 555 0123'],
    ['tel:+12015550123', 'our line'],
    [teams + 'support%40contoso.com', 'Ask the support team'],
    [
      teams + 'support%40contoso.com,bob%40contoso.com',
      'Ask the support team and bob@contoso.com together',
    ],
    ['skype:echo123?call', 'Call echo123 with Skype'],
    [
      'skype:echo123;echo-chinese?call',
      'Conference call with echo123 and echo-chinese',
    ],
    ['tel:+12015550123;ext=45', 'Call +1 201 555 0123'],
    [
      'skype:echo123;echo-chinese?chat&topic=Sync',
      'Conference chat with echo123 and echo-chinese',
    ],
    [
      'skype:echo123;echo-chinese?call&video=true&topic=Weekly%20sync',
      'Video conference with echo123 and echo-chinese',
    ],
    [
      'sms:+12015550123?body=Gr%C3%BC%C3%9Fe%20%26%20%E4%BD%A0%E5%A5%BD',
      'Text +1 201 555 0123',
    ],
    ['skype:echo123?call', 'call us'],
    ['skype:echo123?call', 'Call us with Skype'],
    ['mailto:bob@contoso.com', 'bob@contoso.com'],
    ['skype:echo123?call', 'call us now'],
    ['sip:alice@example.com', 'Call Alice'],
    ['xmpp:alice@example.com', 'alice@example.com'],
    ['https://matrix.to/#/@alice:example.org', '@alice:example.org'],
    ['tel:+12015550199', 'Call +1 201 555 0199'],
  ],
};

/** What stays text. */
export const texts: Record<PageName, ReadonlyArray<string>> = {
  index: [],
  syntax: [
    'Escaped: [[skype:call echo123]]',
    'Code: [[skype:call echo123]]',
    'Of a wiki: [[Page Name]]',
  ],
};

/** What a generator does otherwise, on purpose. */
export interface Difference {
  reason: string;
  where: (link: ExpectedLink) => boolean;
  change: Partial<ExpectedLink>;
}

/** Whether the browser itself opens a link. */
export function isWebPage({ href }: Pick<ExpectedLink, 'href'>): boolean {
  return /^https?:/.test(href);
}

/**
 * List the contact links of a page, in order.
 *
 * @param page
 *   Which one.
 * @param differences
 *   What the generator does otherwise.
 */
export function expectedLinks(
  page: PageName,
  differences: ReadonlyArray<Difference>,
): Array<ExpectedLink> {
  return links[page].map(([href, text]) => {
    const link: ExpectedLink = { href, text, target: null };
    for (const { change, where } of differences) {
      if (where(link)) Object.assign(link, change);
    }
    return link;
  });
}

/** What is said about the shorthand in `wrong.md`. */
export const wrong = 'Unknown action `cal` for skype; did you mean `call`?';
