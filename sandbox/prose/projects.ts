import { type Prose } from './prose';

const ADMIN = 'Administer Jira';
const SEES = 'Browse projects';

/** Projects, their properties, issue types. */
export const PROJECT_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/api/3/project/search',
    permissions: 'None; shown is what the caller may browse or administer',
    follows: [
      'At most 100 per page; a larger page is cut to that. `status` is experimental: it only narrows the list.',
      'Where nothing fits it may be 404: the app takes that for an empty list.',
    ],
    read: '4e751d22',
  },
  {
    call: 'GET /rest/api/3/project/{}',
    permissions: SEES,
    follows: ['What may not be seen is 404.'],
    read: 'c918db78',
  },
  {
    call: 'POST /rest/api/3/project',
    permissions: ADMIN,
    follows: [
      'Templates are those of the table in the text, by project type and installed product: set-up offers what `/project/type/accessible` has.',
    ],
    read: '62fefd53',
  },
  {
    call: 'GET /rest/api/3/project/type/accessible',
    permissions: 'None named',
    follows: [
      'Only types with a valid licence: set-up offers a service project where it is listed.',
    ],
    read: 'f9693ecc',
  },
  {
    call: 'GET /rest/api/3/project/{}/statuses',
    permissions: SEES,
    follows: [],
    read: '4be926a6',
  },
  {
    call: 'GET /rest/api/3/project/{}/properties/{}',
    permissions: SEES,
    follows: ['A project that is not shown may be 403 or 404, a property that is not there 404.'],
    read: '9fbe3db2',
  },
  {
    call: 'PUT /rest/api/3/project/{}/properties/{}',
    permissions: 'Administer Jira or Administer projects',
    follows: [
      'A value is not empty and at most 32,768 letters, its key 255: the sandbox refuses more.',
    ],
    read: 'f9dcd6bb',
  },
  {
    call: 'GET /rest/api/3/issuetype',
    permissions: 'Administer Jira for all; Browse projects for those of a project',
    follows: ['Others see fewer types, in the sandbox too: set-up asks as the administrator.'],
    read: '15c2fbfc',
  },
  {
    call: 'POST /rest/api/3/issuetype',
    permissions: ADMIN,
    follows: ['A name has at most 60 letters. One in use is 409: set-up looks for the type first.'],
    read: '5148f16a',
  },
  {
    call: 'PUT /rest/api/3/issuetype/{}',
    permissions: ADMIN,
    follows: ['A name in use is 409: the check shows what Jira says, and nothing is renamed.'],
    read: '6167bc7a',
  },
  {
    call: 'GET /rest/api/3/issuetype/{}/properties/{}',
    permissions: 'Administer Jira for all; Browse projects for those of a project',
    follows: ['Of a type that is not shown it is 404, in the sandbox too.'],
    read: '5c330a27',
  },
  {
    call: 'PUT /rest/api/3/issuetype/{}/properties/{}',
    permissions: ADMIN,
    follows: [
      'A value is not empty and at most 32,768 letters, its key 255: the sandbox refuses more.',
    ],
    read: 'b4fb948d',
  },
  {
    call: 'DELETE /rest/api/3/issuetype/{}/properties/{}',
    permissions: ADMIN,
    follows: ['A property that is not there is 404: set-up deletes what it has just read.'],
    read: '70cf006d',
  },
  {
    call: 'GET /rest/api/3/uiModifications',
    permissions: 'None; a Forge app',
    follows: [
      '`read:app-data:jira` will become mandatory: the manifest asks for it. Anybody but an app gets 403.',
    ],
    read: 'a2f5c0a5',
  },
  {
    call: 'POST /rest/api/3/uiModifications',
    permissions: 'Browse projects for its contexts; a Forge app',
    follows: [
      '`write:app-data:jira` will become mandatory: the manifest asks for it.',
      'At most 3,000 of an app with 1,000 contexts each, and 100 for one context: set-up has one with two contexts.',
      'The text knows no view of agents yet: a refusal of it makes set-up go on with the general one.',
    ],
    read: '517af21e',
  },
  {
    call: 'PUT /rest/api/3/uiModifications/{}',
    permissions: 'Browse projects for its contexts; a Forge app',
    follows: ['As for making one.'],
    read: 'b91d9a02',
  },
];
