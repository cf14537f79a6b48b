import type { Settings } from 'remark-contact-links/core';

/** A question about an invitation or a meeting, for a server. */
export interface Question {
  /** The URL to request. */
  url: string;
  /** How to read the answer: by its status alone, or as Discord describes it. */
  answer: 'status' | 'discord';
  /** Title of the service that answers. */
  title: string;
  /** What the link is. */
  what: 'invitation' | 'meeting';
}

/** A form of links that are asked about: the answers to these tell a dead link from a live one. */
interface Form extends Pick<Question, 'answer' | 'what'> {
  /** Name of the service. */
  service: string;
  /** Pattern of the host, with its port, and the path. */
  pattern: RegExp;
  /** Makes the path to request from the group of the pattern. Default: that of the link. */
  request?: (code: string) => string;
}

/** URL of Discord's server. */
const discord = 'https://discord.com';

const discordForm: Pick<Form, 'answer' | 'request' | 'service' | 'what'> = {
  service: 'discord',
  what: 'invitation',
  answer: 'discord',
  request: (code) => `/api/v10/invites/${code}`,
};

/**
 * The forms of links that are asked about. None holds the name, the number or the address of a
 * person. No query is sent, as it may hold a password.
 *
 * @see https://github.com/discord/discord-api-docs/blob/main/developers/resources/invite.mdx
 *   Read on 2026-11-28.
 * @see https://github.com/zulip/zulip/blob/main/confirmation/models.py
 *   Read on 2026-11-28: links that have expired, or never existed, are answered with 404.
 * @see https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065196
 *   Read on 2026-11-28: numbers of 10 digits belong to persons.
 */
const forms: ReadonlyArray<Form> = [
  { ...discordForm, pattern: /^(?:www\.)?discord\.gg\/(?:invite\/)?([\w-]+)\/?$/i },
  {
    ...discordForm,
    pattern: /^(?:www\.)?discord(?:app)?\.com\/invite\/([\w-]+)\/?$/i,
  },
  {
    service: 'zulip',
    what: 'invitation',
    answer: 'status',
    pattern: /^(?:HOST|[\w-]+\.zulipchat\.com)\/join\/[a-z\d]{24,40}\/?$/i,
  },
  {
    service: 'zoom',
    what: 'meeting',
    answer: 'status',
    pattern: /^(?:[\w-]+\.)?zoom\.us\/[jw]\/(?:\d{9}|\d{11})\/?$/i,
  },
];

/** Makes the question about a link; nothing for a link that is not asked about. */
export type Questioner = (url: string) => Question | undefined;

/**
 * Make the function that finds out which links to ask about.
 *
 * @param settings
 *   Options of the plugin, resolved: services that are turned off are not asked.
 * @param discordAt
 *   URL of Discord's server, for tests. Default: `https://discord.com`.
 * @returns
 *   Function that takes a URL.
 */
export function createQuestioner(
  { services }: Settings,
  discordAt = discord,
): Questioner {
  const known = forms.flatMap(({ pattern, ...form }) => {
    const service = services.get(form.service);
    if (!service) return [];
    // Where the site has set no host, none matches.
    const host = service.host?.replace(/[.]/g, '\\$&') ?? '(?!)';
    const source = pattern.source.replace('HOST', host);
    return [{ ...form, title: service.title, pattern: new RegExp(source, 'i') }];
  });
  return (written) => {
    const link = URL.canParse(written) ? new URL(written) : undefined;
    // A name and a password before an `@` are not sent.
    if (!link || !/^https?:$/.test(link.protocol) || link.username || link.password)
      return undefined;
    for (const { answer, pattern, request, title, what } of known) {
      const found = pattern.exec(link.host + link.pathname);
      if (!found) continue;
      const url = request
        ? discordAt + request(found[1] ?? '')
        : link.origin + link.pathname;
      return { url, answer, title, what };
    }
    return undefined;
  };
}
