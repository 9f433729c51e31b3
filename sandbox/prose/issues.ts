import { type Prose } from './prose';

const SEEN = 'Browse projects, and the issue’s security level';

/** Issues one by one, and what hangs on them. */
export const ISSUE_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/api/3/issue/{}',
    permissions: SEEN,
    follows: [
      'A moved issue is found under its old key, without a redirect: the app goes on with the id and key of the answer.',
      'What may not be seen is 404, as what is not there: the app says both in one sentence.',
      'A field that cannot be loaded is missing instead of failing the call (`failFast` is false): absent counts as empty.',
    ],
    read: '06904a23',
  },
  {
    call: 'POST /rest/api/3/issue',
    permissions: 'Browse projects and Create issues',
    follows: [
      'Fields are those of the create screen: the check of set-up reads the create metadata, the sandbox refuses others.',
      'Text areas take rich text, single lines take a string: the sandbox refuses the other.',
      'A missing permission may be 400 or 403: the app keeps Jira’s sentence of a 400.',
    ],
    read: 'ccf4d747',
  },
  {
    call: 'PUT /rest/api/3/issue/{}',
    permissions: 'Browse projects and Edit issues',
    follows: [
      'Screens are no longer checked. The sandbox still refuses a field that is not on the edit screen, which is stricter.',
      'Without administering, `notifyUsers=false` has no effect: the app never sends it, so watchers get Jira’s mail.',
      'Overriding screens or editability needs Administer Jira: the app never asks for it.',
      'A conflicting edit is 409: the app says that Jira refused it, and the next look shows what stands.',
      'A transition in the body is ignored: the app makes transitions by their own call.',
    ],
    read: '52f01fd5',
  },
  {
    call: 'PUT /rest/api/3/issue/{}/assignee',
    permissions: 'Browse projects and Assign issues',
    follows: [
      'Edit issues is not needed: whoever may assign alone can take an incident. `null` unassigns, "-1" is never sent.',
      'A missing permission is 403, somebody unknown 400.',
    ],
    read: '558f0944',
  },
  {
    call: 'GET /rest/api/3/issue/{}/transitions',
    permissions: `${SEEN}; Transition issues, or the list is empty`,
    follows: [
      'Nothing is refused to whoever may not transition: an empty list is told as a missing transition.',
    ],
    read: 'd4511425',
  },
  {
    call: 'POST /rest/api/3/issue/{}/transitions',
    permissions: 'Browse projects and Transition issues',
    follows: [
      'A missing permission and a field that is not on the transition’s screen are 400: the sandbox refuses both.',
      'A conflicting update is 409, a full issue 413: both are told with Jira’s sentence.',
    ],
    read: 'fab565e9',
  },
  {
    call: 'PUT /rest/api/3/issue/{}/properties/{}',
    permissions: 'Browse projects and Edit issues',
    follows: [
      'A value is not empty and at most 32,768 letters, its key 255: the sandbox refuses more.',
      'The app writes as itself: its account needs Edit issues in the project, which the check of set-up looks at.',
    ],
    read: '2e72d638',
  },
  {
    call: 'POST /rest/api/3/issue/{}/notify',
    permissions: SEEN,
    follows: [
      'Mail is put into a queue: 204 says nothing of its arrival, and the app claims none.',
      'Mail to oneself is 400: the app writes only to somebody else. A site without outgoing mail answers 403.',
    ],
    read: 'e35ec4a8',
  },
  {
    call: 'GET /rest/api/3/issue/{}/comment',
    permissions: `${SEEN}; the role or group of a restricted comment`,
    follows: [
      'What a reader may not read is left out without a word: the app reads marked comments as the person who looks.',
    ],
    read: 'b7d1522d',
  },
  {
    call: 'POST /rest/api/3/issue/{}/attachments',
    permissions: 'Browse projects and Create attachments',
    follows: [
      '`X-Atlassian-Token: no-check`, or the request is blocked; the part is called `file`: the sandbox refuses both.',
      'Too large, more than 60 files, or a full issue is 413: the page says that the picture was not taken.',
    ],
    read: 'e5369fce',
  },
  {
    call: 'GET /rest/api/3/attachment/content/{}',
    permissions: `${SEEN}; the restriction of its comment`,
    follows: [
      'By default the answer is 303 to another place: the app asks for `redirect=false`, so that the frame needs no other address.',
    ],
    read: 'ab746893',
  },
  {
    call: 'GET /rest/api/3/issue/{}/editmeta',
    permissions: `${SEEN}; Edit issues, or no field is there`,
    follows: [
      'It checks screens where the edit itself does not: a ticket gets a label only where its edit screen has labels.',
    ],
    read: '2657656c',
  },
  {
    call: 'GET /rest/api/3/issue/createmeta/{}/issuetypes',
    permissions: 'Create issues',
    follows: [
      'A page holds 50 unless asked for more, 200 at most: the app asks for what it shows.',
    ],
    read: 'bba17939',
  },
  {
    call: 'GET /rest/api/3/issue/createmeta/{}/issuetypes/{}',
    permissions: 'Create issues',
    follows: [
      'A page holds 50 fields unless asked for more, 200 at most: the app reads all pages.',
    ],
    read: 'a16aaead',
  },
  {
    call: 'GET /rest/api/3/issueLinkType',
    permissions: 'Browse projects in some project',
    follows: [
      'With issue linking switched off it is 404: the app says that there is no link type for it.',
    ],
    read: '16c7c747',
  },
  {
    call: 'POST /rest/api/3/issueLink',
    permissions: 'Browse projects for both, Link issues in the project of the outward issue',
    follows: [
      'A missing permission is 404, as an issue that is not there: the sandbox does so, and the app makes no other sentence of it.',
      'The right is asked at the outward issue: a link that says the same from both ends has the end there at which people may link.',
      'The answer has no id, and a link that is there already counts as made: linking again is safe.',
    ],
    read: '208465d3',
  },
  {
    call: 'DELETE /rest/api/3/issueLink/{}',
    permissions: 'Browse projects for both, Link issues in the project of one',
    follows: ['A missing permission is 404: the sandbox does so.'],
    read: '429a62e4',
  },
  {
    call: 'POST /rest/api/3/app/field/value',
    permissions: 'The app that owns the fields, as itself',
    follows: [
      'An issue and a field stand together once per request: the sandbox refuses a second time.',
      '`write:app-data:jira` will become mandatory: the manifest asks for it.',
      '`generateAppEvents=false` keeps other apps from hearing: the app never sends it.',
    ],
    read: '9c365045',
  },
];
