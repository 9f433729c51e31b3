import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, forbidden } from '../../http/refusal';
import { type Route } from '../../http/route';
import { visibleIssue, visibleProject } from '../../model/access';
import { can, hasGlobal, isAdmin, PERMISSIONS } from '../../model/permissions';
import { mayUsePortal } from '../../model/service/service-desks';
import { type Issue, type Project } from '../../model/types';

function mine(call: Call): unknown {
  const { site, who } = call;
  const asked = call.queries('permissions');
  if (asked.length === 0) throw badRequest("The 'permissions' query parameter is required.");
  const issueId = call.query('issueKey') ?? call.query('issueId');
  const issue = issueId === undefined ? undefined : visibleIssue(call, issueId);
  const projectId = issue?.projectId ?? call.query('projectKey') ?? call.query('projectId');
  const portal = asked.join() === 'BROWSE_PROJECTS' ? portalOf(call, projectId) : undefined;
  const project = portal ?? (projectId === undefined ? undefined : visibleProject(call, projectId));
  return shape((key, type) => {
    if (type === 'GLOBAL') return hasGlobal(site, who, key);
    if (portal) return true;
    return project
      ? can(site, who, key, project, issue)
      : site.projects.all().some((one) => can(site, who, key, one));
  }, asked);
}

/** A service project answers as to a customer at its portal, where the permission to browse is granted to customers. */
function portalOf({ site, who }: Call, idOrKey: string | undefined): Project | undefined {
  const project = idOrKey === undefined ? undefined : site.projectByKey(idOrKey);
  const hasDesk = site.serviceDesks.all().some(({ projectId }) => projectId === project?.id);
  return hasDesk && mayUsePortal(site, who) ? project : undefined;
}

function shape(
  have: ((key: string, type: 'PROJECT' | 'GLOBAL') => boolean) | undefined,
  keys?: readonly string[],
): unknown {
  const unknown = keys?.find((key) => !PERMISSIONS.some(([known]) => known === key));
  if (unknown !== undefined) throw badRequest(`Unrecognized permission: ${unknown}`);
  const shown = PERMISSIONS.filter(([key]) => !keys || keys.includes(key)).map(
    ([key, name, type], at) => [
      key,
      {
        id: String(at),
        key,
        name,
        type,
        description: name,
        ...(have ? { havePermission: have(key, type) } : {}),
      },
    ],
  );
  return { permissions: Object.fromEntries(shown) as Record<string, unknown> };
}

const checkShape = z.object({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(
      z.object({
        permissions: z.array(z.string()),
        issues: z.array(z.union([z.number(), z.string()])).optional(),
        projects: z.array(z.union([z.number(), z.string()])).optional(),
      }),
    )
    .optional(),
});

const MAX_CHECKED = 1000;

/** @throws {Refusal} 400 for a permission that Jira does not know, and for too much at once. */
function checkNames({
  globalPermissions = [],
  projectPermissions,
}: z.infer<typeof checkShape>): void {
  const named = (projectPermissions ?? []).flatMap(({ permissions }) => permissions);
  if (projectPermissions && named.length === 0)
    throw badRequest('At least one project permission must be provided.');
  const unknown = [
    ...globalPermissions.filter((key) => !isPermission(key, 'GLOBAL')),
    ...named.filter((key) => key !== '' && !isPermission(key, 'PROJECT')),
  ];
  if (unknown.length > 0) throw badRequest(`Unrecognized permission: ${unknown.join(', ')}`);
  for (const { issues = [], projects = [] } of projectPermissions ?? [])
    if (issues.length > MAX_CHECKED || projects.length > MAX_CHECKED)
      throw badRequest(`At most ${MAX_CHECKED} issues and projects can be checked at once.`);
}

const isPermission = (key: string, type: 'GLOBAL' | 'PROJECT'): boolean =>
  PERMISSIONS.some(([known, , of]) => known === key && of === type);

/** Asks for oneself; asking for somebody else needs Administer Jira, or an app. */
function check(call: Call): unknown {
  const { site } = call;
  const sent = call.body(checkShape);
  checkNames(sent);
  const who = sent.accountId ?? call.me.accountId;
  const mayAsk = isAdmin(site, call.who) || call.me.accountType === 'app';
  if (who !== call.who && !mayAsk)
    throw forbidden('You do not have permission to check the permissions of other users.');
  const issues = (ids: readonly (string | number)[], permission: string): number[] =>
    ids
      .map((id) => site.issues.find(String(id)))
      .filter((issue) => issue !== undefined)
      .filter((issue) => allows(call, who, permission, site.projects.get(issue.projectId), issue))
      .map(({ id }) => Number(id));
  const projects = (ids: readonly (string | number)[], permission: string): number[] =>
    ids
      .map((id) => site.projects.find(String(id)))
      .filter((project) => project !== undefined)
      .filter((project) => can(site, who, permission, project))
      .map(({ id }) => Number(id));
  return {
    projectPermissions: (sent.projectPermissions ?? []).flatMap((one) =>
      one.permissions.map((permission) => ({
        permission,
        issues: issues(one.issues ?? [], permission),
        projects: projects(one.projects ?? [], permission),
      })),
    ),
    globalPermissions: (sent.globalPermissions ?? []).filter((key) => hasGlobal(site, who, key)),
  };
}

/** Without seeing the issue nothing else counts. */
function allows(
  call: Call,
  who: string,
  permission: string,
  project: Project,
  issue: Issue,
): boolean {
  const may = (key: string): boolean => can(call.site, who, key, project, issue);
  return may('BROWSE_PROJECTS') && may(permission);
}

function projects(call: Call): unknown {
  const { permissions } = call.body(z.object({ permissions: z.array(z.string()) }));
  const permitted = call.site.projects
    .all()
    .filter((project) => permissions.every((key) => can(call.site, call.who, key, project)));
  return { projects: permitted.map(({ id, key }) => ({ id: Number(id), key })) };
}

export const permissionRoutes: readonly Route[] = [
  { method: 'GET', path: '/mypermissions', may: 'anyone', handle: mine },
  { method: 'GET', path: '/permissions', may: 'admin', handle: () => shape(undefined) },
  { method: 'POST', path: '/permissions/check', handle: check },
  { method: 'POST', path: '/permissions/project', handle: projects },
];
