import { type Prose } from './prose';

const SHOWN = 'None; shown is what the caller may browse, by project and security level';
const BEHIND = 'Recent updates may be missing from the answer';

/** Finding issues and people, and reading many at once. */
export const SEARCH_PROSE: readonly Prose[] = [
  {
    call: 'POST /rest/api/3/search/jql',
    permissions: SHOWN,
    follows: [
      `${BEHIND}: what was just made is looked for again at the next try (docs/limits.md), the sandbox is never behind.`,
      'The query is bounded, at most seven fields order it, five properties are read, ids alone unless fields are named.',
      'No total: counts come from the approximate count.',
    ],
    read: '87edce87',
  },
  {
    call: 'POST /rest/api/3/search/approximate-count',
    permissions: SHOWN,
    follows: [
      `An estimate, of a bounded query. ${BEHIND}: the app looks again before it believes a difference.`,
    ],
    read: 'bb5a5d66',
  },
  {
    call: 'POST /rest/api/3/issue/bulkfetch',
    permissions: SHOWN,
    follows: [
      'At most 100 issues, or 400: a response keeps forty clean-up issues in view.',
      'What may not be seen is among the errors of a 200, and its line shows the key alone.',
    ],
    read: 'a3bf83ba',
  },
  {
    call: 'POST /rest/api/3/changelog/bulkfetch',
    permissions: SHOWN,
    follows: [
      'At most 1,000 issues and ten fields, or 400; oldest change first, by pages of changes: the app reads all pages.',
    ],
    read: 'cc2dda9a',
  },
  {
    call: 'GET /rest/api/3/user/bulk',
    permissions: 'Access to Jira',
    follows: [
      'A page holds ten unless asked for more: the app says how many. `username` and `key` are gone: it asks by account id alone.',
    ],
    read: '40bc5f6c',
    experimental: {
      header: null,
      reason:
        'The only call that names many people at once; the platform’s API asks for no header.',
    },
  },
  {
    call: 'GET /rest/api/3/user/search',
    permissions: 'Browse users and groups, or the answer is empty',
    follows: [
      'Nothing is refused to whoever may not browse users: nobody is found. The sandbox does so for customers.',
      'The query matches the beginning of a name or address, in the sandbox too.',
      'Page first, then what the app sorts out (apps, customers): it asks for a hundred to show five.',
      'User search has a rate limit of its own for the whole site: the app waits for a pause in typing, and says when it got no answer.',
    ],
    read: 'f2695f45',
  },
  {
    call: 'GET /rest/api/3/user/assignable/search',
    permissions: 'Browse users and groups, or Assign issues',
    follows: [
      'A page is cut before it is looked who can be assigned, in the sandbox too: the app asks for a hundred to show five.',
      'The rate limit is that of the user search.',
    ],
    read: '09927caf',
  },
  {
    call: 'GET /rest/api/3/myself',
    permissions: 'Access to Jira',
    follows: [],
    read: '8a64c70a',
  },
  {
    call: 'GET /rest/api/3/serverInfo',
    permissions: 'None',
    follows: [],
    read: 'bd7d6be4',
  },
  {
    call: 'GET /rest/api/3/mypermissions',
    permissions: 'None',
    follows: [
      '`permissions` is required, and an unknown key is 400.',
      'In a service project it is answered as for a customer at the portal, in the sandbox too: that somebody may browse it is believed only where Jira also shows them the project.',
      'In a project, a right that depends on the issue is said of any issue: rights are asked for the issue itself.',
    ],
    read: '432a6227',
  },
  {
    call: 'GET /rest/api/3/filter/search',
    permissions: 'None; shown are one’s own and shared filters',
    follows: [
      'A filter that is not shared with the administrator is not found, and another is made beside it.',
    ],
    read: '38ca6ce7',
  },
  {
    call: 'POST /rest/api/3/filter',
    permissions: 'Access to Jira',
    follows: [
      'Shared by the default scope unless said otherwise: set-up says with whom. A name that its owner uses already is 400.',
    ],
    read: 'c2a680bd',
  },
  {
    call: 'PUT /rest/api/3/filter/{}',
    permissions: 'Access to Jira; the owner of the filter',
    follows: [
      'Another administrator cannot change it: set-up leaves alone a filter that says what it should.',
    ],
    read: '94628db8',
  },
];
