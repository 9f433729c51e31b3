import { type Prose } from './prose';

const ADMIN = 'Administer Jira';
const EXPERIMENTAL = {
  header: null,
  reason:
    'No other call does it on sites with field schemes; the platform’s API asks for no header.',
} as const;
const DEPRECATED = {
  reason:
    'Sites that have not been moved to field schemes know this way alone; the others are not asked.',
} as const;

/** Which project has a field, and its help there, on sites of both kinds. */
export const ASSOCIATION_PROSE: readonly Prose[] = [
  {
    call: 'PUT /rest/api/3/field/association',
    permissions: ADMIN,
    follows: [
      'Projects that share the field configuration get the field as well: set-up says so in its documents.',
      'At most 50 fields and 100 projects in a request: set-up sends one project and its few fields.',
    ],
    read: '1e860e0b',
  },
  {
    call: 'GET /rest/api/3/field/{}/association/project',
    permissions: ADMIN,
    follows: [
      'The scope is that of reading, the permission that of administering: it is asked as the administrator.',
    ],
    read: '046ae572',
    experimental: {
      header: null,
      reason:
        'No other call tells which projects have a field; the platform’s API asks for no header.',
    },
  },
  {
    call: 'GET /rest/api/3/config/fieldschemes',
    permissions: ADMIN,
    follows: ['At most 100 per page. A site that has not been moved to field schemes answers 404.'],
    read: '132362c3',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '65b3920d',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/fields/parameters',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '2f30425c',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'PUT /rest/api/3/config/fieldschemes/projects',
    permissions: ADMIN,
    follows: ['Partly done is 207, with a success for each.'],
    read: '16d9c842',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'GET /rest/api/3/config/fieldschemes/projects',
    permissions: ADMIN,
    follows: [
      '`projectId` is required, at most 100 per page. Announced as temporary; 404 on a site that has not been moved, which is how set-up tells the two kinds apart.',
    ],
    read: 'e09eeb44',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'POST /rest/api/3/config/fieldschemes/{}/clone',
    permissions: ADMIN,
    follows: ['It is 404 for a scheme that is not there, and on a site that has not been moved.'],
    read: '81151e1b',
    experimental: EXPERIMENTAL,
  },
  {
    call: 'GET /rest/api/3/fieldconfiguration',
    permissions: ADMIN,
    follows: ['Only those of company-managed projects.'],
    read: 'e14a3a42',
    deprecated: DEPRECATED,
  },
  {
    call: 'POST /rest/api/3/fieldconfiguration',
    permissions: ADMIN,
    follows: ['It begins like the default configuration, with every field optional.'],
    read: 'c82fd6c1',
    deprecated: DEPRECATED,
  },
  {
    call: 'PUT /rest/api/3/fieldconfiguration/{}/fields',
    permissions: ADMIN,
    follows: [
      'What is sent replaces what was there; hiding a field loses its description for good: set-up hides none.',
    ],
    read: '34fb3ffc',
    deprecated: DEPRECATED,
  },
  {
    call: 'GET /rest/api/3/fieldconfigurationscheme',
    permissions: ADMIN,
    follows: ['Only those of company-managed projects.'],
    read: '0cd18728',
    deprecated: DEPRECATED,
  },
  {
    call: 'POST /rest/api/3/fieldconfigurationscheme',
    permissions: ADMIN,
    follows: [],
    read: '30fdbecf',
    deprecated: DEPRECATED,
  },
  {
    call: 'PUT /rest/api/3/fieldconfigurationscheme/{}/mapping',
    permissions: ADMIN,
    follows: [],
    read: 'cf81380c',
    deprecated: DEPRECATED,
  },
  {
    call: 'PUT /rest/api/3/fieldconfigurationscheme/project',
    permissions: ADMIN,
    follows: ['A team-managed project is 400: set-up offers none.'],
    read: '2d652669',
    deprecated: DEPRECATED,
  },
];
