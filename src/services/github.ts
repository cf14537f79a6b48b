import { encodeFields } from './encode.js';
import type { Action, Parameter, Service } from './service.js';
import { matching } from './targets.js';

/** Split a list that has `,` between its items. */
const items = (list: string | undefined) => list?.trim().split(/\s*,\s*/);

/** Make a parameter that is a list, with `,` between items of some form. */
const list = (item: RegExp, form: string, otherName: string): Parameter => ({
  otherNames: [otherName],
  check: (value) => (items(value)?.every((each) => item.test(each)) ? undefined : form),
});

const issue = {
  address: matching(
    /^[a-z\d]+(?:-[a-z\d]+)*\/(?!\.+$)[\w.-]{1,100}$/i,
    'a repository is written `owner/repo`',
  ),
  most: 1,
  noun: 'repository',
  parameters: {
    title: { isText: true, otherNames: ['subject', 'topic'] },
    body: { isText: true, otherNames: ['text', 'message'] },
    labels: list(/./, 'labels have `,` between them', 'label'),
    template: {
      check: (value: string) =>
        /^[^/\\]+\.(?:md|ya?ml)$/.test(value)
          ? undefined
          : 'a template is the name of a file, such as `bug_report.md`',
    },
    milestone: {},
    assignees: list(
      /^[a-z\d-]+$/i,
      'write names on GitHub, with `,` between them',
      'assignee',
    ),
    projects: list(/^[\w-]+\/\d+$/, 'a project is written `owner/1`', 'project'),
  },
  label: { one: 'Open an issue in {targets}' },
  href: ([repository], { labels, assignees, projects, ...others }) => {
    const { title, body, template, milestone } = others;
    const query = encodeFields(
      '?',
      {
        title,
        body,
        labels: items(labels),
        template,
        milestone,
        assignees: items(assignees),
        projects: items(projects),
      },
      '/',
    );
    // Without anything given, the page lets people choose a template.
    return `https://github.com/${repository}/issues/new${query || '/choose'}`;
  },
} satisfies Action;

/**
 * GitHub: new issues.
 *
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
 *   Read on 2026-11-27. No page describes links to new discussions and advisories.
 */
export const github = {
  name: 'github',
  title: 'GitHub',
  schemes: ['https'],
  example: 'octo-org/octo-repo',
  bare: issue,
  actions: { issue },
} satisfies Service;
