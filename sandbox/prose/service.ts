import { type Prose } from './prose';

/** Jira Service Management. */
export const SERVICE_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/servicedeskapi/servicedesk',
    permissions: 'Any; shown is what the caller may use',
    follows: [
      'Slow on sites with hundreds of service desks: only set-up and its check read the list.',
    ],
    read: 'cdf461a8',
  },
  {
    call: 'GET /rest/servicedeskapi/servicedesk/{}/requesttype',
    permissions: 'Access to the service desk',
    follows: [
      'With `searchQuery` types in no group are left out, and one made over REST is in none: the app reads the list without it.',
    ],
    read: '9b0fdbcc',
  },
  {
    call: 'POST /rest/servicedeskapi/servicedesk/{}/requesttype',
    permissions: 'Administrator of the service desk',
    follows: [
      'It begins with the required fields, in no group and so not on the portal, and no call changes that: the page says what to arrange by hand.',
    ],
    read: 'a6b5776c',
    experimental: {
      header: 'X-ExperimentalApi: opt-in',
      reason: 'No other call makes a request type.',
    },
  },
  {
    call: 'GET /rest/servicedeskapi/servicedesk/{}/requesttype/{}/field',
    permissions: 'Access to the service desk; its administrator for hidden fields',
    follows: [
      'Hidden fields are not asked for: a field that people cannot fill does not count as on the form.',
    ],
    read: 'ef3161e4',
  },
];
