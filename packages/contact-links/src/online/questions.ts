import type { Settings } from 'remark-contact-links/core';

/** What is asked about an invitation or a meeting, and of whom. */
export interface Question {
  /** What is requested. */
  url: string;
  /** How the answer is understood: by its status alone, or as Discord describes it. */
  answer: 'status' | 'discord';
  /** Who answers, for people. */
  title: string;
  /** What the link is. */
  what: 'invitation' | 'meeting';
}

/** Links that are asked about: those whose answers tell a dead one from a live one. */
interface Form extends Pick<Question, 'answer' | 'what'> {
  /** Name of the service. */
  service: string;
  /** The host, with its port, and the path. */
  pattern: RegExp;
  /** What is requested, from the parts of the pattern. Default: the link without its query. */
  request?: (code: string) => string;
}

/** Where Discord answers. */
const discord = 'https://discord.com';

const discordForm: Pick<Form, 'answer' | 'request' | 'service' | 'what'> = {
  service: 'discord',
  what: 'invitation',
  answer: 'discord',
  request: (code) => `/api/v10/invites/${code}`,
};

/**
 * The forms that are asked about. None holds the name, the number or the address of a person, and
 * no query is sent, as it may hold a password.
 *
 * @see https://github.com/discord/discord-api-docs/blob/main/developers/resources/invite.mdx
 *   Read on 2026-11-28.
 * @see https://github.com/zulip/zulip/blob/main/confirmation/models.py
 *   Read on 2026-11-28: what has expired, and what is not there, is answered with 404.
 * @see https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065196
 *   Read on 2026-11-28: numbers of 10 digits are those of persons.
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

/** Makes the question that a link asks; nothing for one that is not asked about. */
export type Questioner = (url: string) => Question | undefined;

/**
 * Make what finds out which links are asked about.
 *
 * @param settings
 *   Options of the plugin, resolved: services that are turned off are not asked.
 * @param discordAt
 *   Where Discord answers. Default: where it does.
 */
export function createQuestioner(
  { services }: Settings,
  discordAt = discord,
): Questioner {
  const known = forms.flatMap(({ pattern, ...form }) => {
    const service = services.get(form.service);
    if (!service) return [];
    // Without a host of the site's own there is no host to compare with.
    const host = service.host?.replace(/[.]/g, '\\$&') ?? '(?!)';
    const source = pattern.source.replace('HOST', host);
    return [{ ...form, title: service.title, pattern: new RegExp(source, 'i') }];
  });
  return (written) => {
    const link = URL.canParse(written) ? new URL(written) : undefined;
    // What is before an `@` is a name and a password.
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
