import { type Prose } from './prose';

const ADMIN = 'Administer Jira';
const SCREEN = 'Administer Jira; Administer projects where the project’s key is given';
const CLASSIC = 'Only those of company-managed projects: set-up offers no others.';

/** Schemes of issue types and screens, and screens. */
export const SCHEME_PROSE: readonly Prose[] = [
  {
    call: 'GET /rest/api/3/issuetypescheme',
    permissions: ADMIN,
    follows: [CLASSIC],
    read: '0075e9bc',
  },
  {
    call: 'POST /rest/api/3/issuetypescheme',
    permissions: ADMIN,
    follows: ['A name in use is 409: set-up looks for the scheme first.'],
    read: '2c389b92',
  },
  {
    call: 'GET /rest/api/3/issuetypescheme/mapping',
    permissions: ADMIN,
    follows: [CLASSIC],
    read: 'b096682a',
  },
  {
    call: 'GET /rest/api/3/issuetypescheme/project',
    permissions: ADMIN,
    follows: [`${CLASSIC} \`projectId\` is required.`],
    read: 'b3caf636',
  },
  {
    call: 'PUT /rest/api/3/issuetypescheme/project',
    permissions: ADMIN,
    follows: [
      'It fails where issues have a type that the new scheme lacks, in the sandbox too: set-up does it to a project of its own alone.',
    ],
    read: 'cff88801',
  },
  {
    call: 'PUT /rest/api/3/issuetypescheme/{}/issuetype',
    permissions: ADMIN,
    follows: ['If one type is there already, none is added: set-up asks what is there first.'],
    read: '2589b444',
  },
  {
    call: 'GET /rest/api/3/issuetypescreenscheme',
    permissions: ADMIN,
    follows: [CLASSIC],
    read: '660d9543',
  },
  {
    call: 'POST /rest/api/3/issuetypescreenscheme',
    permissions: ADMIN,
    follows: [],
    read: 'a265e854',
  },
  {
    call: 'GET /rest/api/3/issuetypescreenscheme/mapping',
    permissions: ADMIN,
    follows: [CLASSIC],
    read: '5f05ab87',
  },
  {
    call: 'GET /rest/api/3/issuetypescreenscheme/project',
    permissions: ADMIN,
    follows: [`${CLASSIC} \`projectId\` is required.`],
    read: '5bf933d0',
  },
  {
    call: 'PUT /rest/api/3/issuetypescreenscheme/project',
    permissions: ADMIN,
    follows: [CLASSIC],
    read: '43c04477',
  },
  {
    call: 'GET /rest/api/3/screenscheme',
    permissions: ADMIN,
    follows: [`${CLASSIC} A page holds 25 unless asked for more.`],
    read: '24d86b7f',
  },
  { call: 'POST /rest/api/3/screenscheme', permissions: ADMIN, follows: [], read: '3ce1fac3' },
  { call: 'GET /rest/api/3/screens', permissions: ADMIN, follows: [], read: 'd712bf10' },
  {
    call: 'POST /rest/api/3/screens',
    permissions: ADMIN,
    follows: ['The screen comes with one tab: set-up uses that.'],
    read: '41763fee',
    experimental: {
      header: null,
      reason: 'No other call makes a screen; the platform’s API asks for no header.',
    },
  },
  { call: 'GET /rest/api/3/screens/{}/tabs', permissions: SCREEN, follows: [], read: '997e4091' },
  {
    call: 'GET /rest/api/3/screens/{}/tabs/{}/fields',
    permissions: SCREEN,
    follows: [],
    read: '57ddd081',
  },
  {
    call: 'POST /rest/api/3/screens/{}/tabs/{}/fields',
    permissions: ADMIN,
    follows: [],
    read: 'cc4ebe35',
  },
];
