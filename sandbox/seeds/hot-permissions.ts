import { type Rest } from './rest';

/** Names of the groups of people. */
export type HotGroups = { readonly responders: string; readonly readers: string };

const RESPONDERS_MAY = [
  'BROWSE_PROJECTS',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'TRANSITION_ISSUES',
  'RESOLVE_ISSUES',
  'LINK_ISSUES',
  'ADD_COMMENTS',
  'CREATE_ATTACHMENTS',
];
/** Whoever may see incidents may raise one. */
const READERS_MAY = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'];

/** Responders work on incidents, employees see them and may raise one, others see nothing. */
export async function restrict(
  admin: Rest,
  { responders, readers }: HotGroups,
  project = 'HOT',
): Promise<void> {
  const grant = (group: string) => (permission: string) => ({
    permission,
    holder: { type: 'group', parameter: group },
  });
  const scheme = await admin.post<{ id: number }>('/rest/api/3/permissionscheme', {
    name: `${project}: who may do what`,
    permissions: [
      ...RESPONDERS_MAY.map(grant(responders)),
      ...READERS_MAY.map(grant(readers)),
      grant('jira-administrators')('ADMINISTER_PROJECTS'),
      ...[
        'BROWSE_PROJECTS',
        'CREATE_ISSUES',
        'EDIT_ISSUES',
        'ASSIGN_ISSUES',
        'TRANSITION_ISSUES',
      ].map((permission) => ({
        permission,
        holder: { type: 'projectRole', parameter: 'atlassian-addons-project-access' },
      })),
    ],
  });
  await admin.put(`/rest/api/3/project/${project}/permissionscheme`, { id: scheme.id });
}
