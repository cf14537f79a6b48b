import { uriReader } from './reader.js';

const repository = String.raw`^(?:www\.)?github\.com\/([^/#]+\/[^/#]+)`;

/**
 * GitHub: new issues.
 *
 * @see https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue
 *   Read on 2026-11-27; a space is `+` there.
 */
export const githubUris = uriReader({
  service: 'github',
  schemes: [],
  hosts: ['github.com', 'www.github.com'],
  // Most READMEs link to repositories.
  after: String.raw`/[^/\s]+/[^/\s]+/issues/new`,
  hasPlus: true,
  forms: [
    {
      pattern: new RegExp(`${repository}\\/issues\\/new(?:\\/choose)?$`),
      fields: {
        title: 'title',
        body: 'body',
        labels: 'labels',
        template: 'template',
        milestone: 'milestone',
        assignees: 'assignees',
        projects: 'projects',
      },
    },
    {
      pattern: new RegExp(
        `${repository}\\/(?:compare|discussions|issues|pulls?|security)(?:[/#]|$)`,
      ),
      says: 'it does not open a new issue',
    },
  ],
});
