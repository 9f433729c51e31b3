import { type Prose } from './prose';

const USES = 'Can use Confluence; shown is what the caller may view';

/** Confluence, always asked as the person. */
export const CONFLUENCE_PROSE: readonly Prose[] = [
  {
    call: 'GET /wiki/api/v2/spaces',
    permissions: USES,
    follows: [
      'At most 250 per page, the next one by the `Link` header: the app offers the first hundred (docs/limits.md).',
    ],
    read: '5e5db66b',
  },
  {
    call: 'GET /wiki/api/v2/spaces/{}/operations',
    permissions: 'View the space',
    follows: ['A space that may not be viewed is 404.'],
    read: '64474d09',
  },
  {
    call: 'GET /wiki/api/v2/pages',
    permissions: USES,
    follows: ['Archived pages come along unless a status is named: the app names `current`.'],
    read: 'ea2cf636',
  },
  {
    call: 'POST /wiki/api/v2/pages',
    permissions: 'View the space and create pages in it',
    follows: [
      'A missing permission is 404, as a space that is not there: the app says that one may not write there.',
      'More than 5 MB is 413: a page of ours stays below one.',
    ],
    read: '18e150dc',
  },
];
