import { type Prose } from './prose';

const ADMIN = 'Administer Jira';
const SHAPES_ONLY = {
  header: null,
  reason:
    'No other call does it on sites with field schemes; the platform’s API asks for no header.',
} as const;

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
    call: 'GET /rest/api/3/field/{}/context',
    permissions: 'Administer Jira; Edit workflow',
    follows: [
      'Two permissions without a word between them: an administrator of Jira has the one that counts.',
    ],
    read: '2d5d5afa',
  },
  {
    call: 'POST /rest/api/3/field/{}/context',
    permissions: ADMIN,
    follows: [
      'Without projects the context is a global one, without types for all types: set-up names its project.',
    ],
    read: '286f44e3',
  },
  {
    call: 'DELETE /rest/api/3/field/{}/context/{}',
    permissions: ADMIN,
    follows: ['Since April 2026 the global context cannot be deleted: 400 (CHANGE-3019).'],
    read: '7a334fcd',
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
  {
    call: 'GET /rest/api/3/config/fieldschemes',
    permissions: ADMIN,
    follows: ['At most 100 per page. A site that has not been moved to field schemes answers 404.'],
    read: '132362c3',
    experimental: SHAPES_ONLY,
  },
  {
    call: 'POST /rest/api/3/config/fieldschemes',
    permissions: ADMIN,
    follows: ['A site that has not been moved to field schemes answers 404.'],
    read: 'd5804b22',
    experimental: SHAPES_ONLY,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '65b3920d',
    experimental: SHAPES_ONLY,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields/parameters',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '2f30425c',
    experimental: SHAPES_ONLY,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/projects',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '16d9c842',
    experimental: SHAPES_ONLY,
  },
];
