import { type Prose } from './prose';

const ADMIN = 'Administer Jira';

/** Fields, their contexts and options, and which project has them. */
export const FIELD_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/api/3/field',
    permissions: 'None; shown is what is used in a project that the caller may browse',
    follows: [
      'A field on no used screen or configuration is not listed: set-up keeps the ids of fields it has made.',
    ],
    read: '5e5d6d6c',
  },
  {
    call: 'POST /rest/api/3/field',
    permissions: ADMIN,
    follows: ['A missing permission is 400 (the sandbox: 403): set-up tells either.'],
    read: '46a2a9b8',
  },
  { call: 'PUT /rest/api/3/field/{}', permissions: ADMIN, follows: [], read: '81704caa' },
  {
    call: 'POST /rest/api/3/field/{}/context',
    permissions: ADMIN,
    follows: [
      'Without projects the context is a global one, without types for all types: set-up names its project.',
    ],
    read: '286f44e3',
  },
  {
    call: 'GET /rest/api/3/field/{}/context/projectmapping',
    permissions: ADMIN,
    follows: ['Ids that are not there are ignored.'],
    read: '38a9785b',
  },
  {
    call: 'GET /rest/api/3/field/{}/context/issuetypemapping',
    permissions: ADMIN,
    follows: [],
    read: 'd7902de4',
  },
  {
    call: 'GET /rest/api/3/field/{}/context/{}/option',
    permissions: 'Administer Jira; Edit workflow',
    follows: ['Cascading options come after the others; the fields of the app have none.'],
    read: '8b4fd724',
  },
  {
    call: 'POST /rest/api/3/field/{}/context/{}/option',
    permissions: ADMIN,
    follows: [
      'At most 1,000 options in a request and 10,000 of a field: the sandbox refuses more, settings hold some hundred.',
    ],
    read: '191341b7',
  },
  {
    call: 'PUT /rest/api/3/field/{}/context/{}/option',
    permissions: ADMIN,
    follows: [
      'If one option is not there, none is updated; what is the same already is not in the answer.',
    ],
    read: 'ea53603e',
  },
  {
    call: 'PUT /rest/api/3/field/{}/context/{}/option/move',
    permissions: ADMIN,
    follows: [],
    read: 'e81e1f4d',
  },
  {
    call: 'DELETE /rest/api/3/field/{}/context/{}/option/{}',
    permissions: ADMIN,
    follows: [
      'The text does not say what becomes of issues that have it: the app deletes only what no issue has.',
    ],
    read: 'b61204a8',
  },
];
