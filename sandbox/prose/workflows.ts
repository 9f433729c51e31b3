import { type Prose } from './prose';

const ADMIN = 'Administer Jira';
const READS = 'Administer Jira; Administer projects or View workflow for a project’s own';
const WRITES = 'Administer Jira; Administer projects for a project’s own';

/** Statuses, resolutions, workflows and their schemes. */
export const WORKFLOW_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/api/3/statuses/search',
    permissions: 'Administer Jira or Administer projects',
    follows: ['A missing permission is 401: the app says the same as to 403.'],
    read: '4c27cad4',
  },
  {
    call: 'GET /rest/api/3/resolution/search',
    permissions: 'Access to Jira',
    follows: ['By pages. It takes the place of `GET /rest/api/3/resolution` (CHANGE-767).'],
    read: '036f8b93',
    experimental: {
      header: null,
      reason:
        'The call before it is marked as removed since April 2023; the platform’s API asks for no header.',
    },
  },
  {
    call: 'GET /rest/api/3/workflows/search',
    permissions: READS,
    follows: ['A missing permission is 401.'],
    read: '2c155112',
  },
  {
    call: 'POST /rest/api/3/workflows',
    permissions: READS,
    follows: ['A missing permission is 401.'],
    read: '56e81197',
  },
  {
    call: 'POST /rest/api/3/workflows/create',
    permissions: WRITES,
    follows: [
      'While another change of workflows runs it is 409: the step fails with Jira’s sentence and can be run again.',
    ],
    read: '16e91869',
  },
  {
    call: 'POST /rest/api/3/workflows/update',
    permissions: WRITES,
    follows: [
      'While another change of workflows runs it is 409: the step fails with Jira’s sentence and can be run again.',
    ],
    read: '6ff5b2cc',
  },
  { call: 'GET /rest/api/3/workflowscheme', permissions: ADMIN, follows: [], read: 'bfca47dc' },
  { call: 'POST /rest/api/3/workflowscheme', permissions: ADMIN, follows: [], read: '2eb34dd8' },
  {
    call: 'GET /rest/api/3/workflowscheme/project',
    permissions: ADMIN,
    follows: [
      'Team-managed projects and ones that are not there are left out; Jira’s default scheme has no id.',
    ],
    read: '7a2e0c70',
  },
  {
    call: 'PUT /rest/api/3/workflowscheme/project',
    permissions: ADMIN,
    follows: [
      'Only a project without issues gets another scheme, in the sandbox too: set-up does it to a project of its own.',
    ],
    read: '5437b897',
  },
];
