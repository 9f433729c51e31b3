import { type Facts } from '../core/contract';
import { evaluate } from '../core/expression';

/**
 * Do a module's `displayConditions` let it show itself? Conditions side by side all have to hold; `and`, `or`
 * and `not` (none of them) take an object or a list of objects. A condition the sandbox does not know
 * hides the module, and `warn` says so.
 */
export function isShown(conditions: unknown, facts: Facts, warn: (text: string) => void): boolean {
  try {
    return every(conditions, facts, warn);
  } catch (error) {
    // Only a Jira expression can throw, in a realm of its own: its errors are not instances of ours.
    warn(`A display condition failed, its module is hidden: ${String(error)}`);
    return false;
  }
}

function every(conditions: unknown, facts: Facts, warn: (text: string) => void): boolean {
  return parts(conditions).every(([name, wanted]) => holds(name, wanted, facts, warn));
}

function parts(conditions: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(conditions)) return conditions.map((one: unknown) => ['and', one] as const);
  return typeof conditions === 'object' && conditions !== null ? Object.entries(conditions) : [];
}

function holds(name: string, wanted: unknown, facts: Facts, warn: (text: string) => void): boolean {
  const each = () => parts(wanted).map(([inner, value]) => holds(inner, value, facts, warn));
  if (name === 'and') return each().every(Boolean);
  if (name === 'or') return each().some(Boolean);
  if (name === 'not') return !each().some(Boolean);
  const test = tests[name];
  if (test) return test(wanted, facts);
  const permission = permissionOf(name);
  if (permission) return facts.permissions.includes(permission) === (wanted !== false);
  warn(`The display condition "${name}" is not emulated; its module is hidden.`);
  return false;
}

type Test = (wanted: unknown, facts: Facts) => boolean;

const flag =
  (value: (facts: Facts) => boolean): Test =>
  (wanted, facts) =>
    value(facts) === (wanted !== false);
const oneOf =
  (value: (facts: Facts) => string | undefined): Test =>
  (wanted, facts) => {
    const found = value(facts);
    return found !== undefined && [wanted].flat().includes(found);
  };
const permitted: Test = (wanted, facts) => facts.permissions.includes(String(wanted));
const property =
  (compare: (held: readonly string[], wanted: readonly string[]) => boolean): Test =>
  (wanted, facts) => {
    const held = propertyAt(wanted, facts);
    return held !== undefined && compare(texts(held), texts(field(wanted, 'value')));
  };

const isAdmin = flag(({ user }) => user?.isAdmin ?? false);

const tests: Readonly<Record<string, Test>> = {
  isLoggedIn: flag(({ user }) => user !== null),
  isAdmin,
  isSiteAdmin: isAdmin,
  canAdministerJira: isAdmin,
  // Everybody of the site may use what the sandbox has; an app in development has no license and runs.
  hasCoreAccess: flag(({ user }) => user !== null),
  hasSoftwareAccess: flag(({ user }) => user !== null),
  hasServiceDeskAccess: flag(({ user }) => user !== null),
  hasAppAccess: flag(({ user }) => user !== null),
  appIsLicensed: flag(({ appIsLicensed }) => appIsLicensed ?? true),
  hasGlobalPermission: (wanted, facts) =>
    permitted(wanted, facts) ||
    (['ADMINISTER', 'SYSTEM_ADMIN'].includes(String(wanted)) && facts.user?.isAdmin === true),
  hasIssuePermission: (wanted, facts) => facts.issue !== undefined && permitted(wanted, facts),
  hasProjectPermission: (wanted, facts) => facts.project !== undefined && permitted(wanted, facts),
  issueType: oneOf(({ issue }) => issue?.type),
  issueKey: oneOf(({ issue }) => issue?.key),
  issueId: oneOf(({ issue }) => issue?.id),
  projectKey: oneOf(({ project }) => project?.key),
  projectId: oneOf(({ project }) => project?.id),
  projectType: oneOf(({ project }) => project?.type),
  entityPropertyExists: (wanted, facts) => propertyAt(wanted, facts) !== undefined,
  entityPropertyEqualTo: property(
    (held, wanted) => held.length === wanted.length && held.every((one, at) => one === wanted[at]),
  ),
  entityPropertyContainsAny: property((held, wanted) => wanted.some((one) => held.includes(one))),
  entityPropertyContainsAll: property((held, wanted) => wanted.every((one) => held.includes(one))),
  jiraExpression: (wanted, facts) => {
    const { user, issue, project, properties } = facts;
    const variables = {
      user: user && { ...user, properties: properties.user },
      issue: issue && {
        ...issue,
        issueType: { name: issue.type, id: issue.typeId },
        properties: properties.issue,
      },
      project: project && {
        ...project,
        projectTypeKey: project.type,
        properties: properties.project,
      },
    };
    return evaluate(String(wanted), variables) === true;
  },
};

const ENTITIES = ['issue', 'issueType', 'project', 'user'] as const;

function isEntity(name: unknown): name is (typeof ENTITIES)[number] {
  return ENTITIES.some((entity) => entity === name);
}

/** The property that a condition names, or the part of it at `objectName`. */
function propertyAt(condition: unknown, { properties }: Facts): unknown {
  const entity = field(condition, 'entity');
  if (!isEntity(entity)) return undefined;
  const value = properties[entity][String(field(condition, 'propertyKey'))];
  const path = field(condition, 'objectName');
  return typeof path !== 'string'
    ? value
    : path.split('.').reduce<unknown>((at, name) => field(at, name), value);
}

/** Values are compared as text, because a manifest can only name text. */
function texts(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

const short: Readonly<Record<string, string>> = {
  isProjectAdmin: 'ADMINISTER_PROJECTS',
  canAdministerProjects: 'ADMINISTER_PROJECTS',
  canAddComments: 'ADD_COMMENTS',
  canAssignIssues: 'ASSIGN_ISSUES',
  canBeAssignedToIssues: 'ASSIGNABLE_USER',
  canCreateAttachments: 'CREATE_ATTACHMENTS',
  canDeleteAllComments: 'DELETE_ALL_COMMENTS',
  canDeleteIssues: 'DELETE_ISSUES',
  canEditAllComments: 'EDIT_ALL_COMMENTS',
  canEditIssues: 'EDIT_ISSUES',
  canEditOwnComments: 'EDIT_OWN_COMMENTS',
  canLinkIssues: 'LINK_ISSUES',
  canLogWork: 'WORK_ON_ISSUES',
  canManageWatchers: 'MANAGE_WATCHERS',
  canModifyReporters: 'MODIFY_REPORTER',
  canMoveIssues: 'MOVE_ISSUES',
  canScheduleIssues: 'SCHEDULE_ISSUES',
};

function permissionOf(name: string): string | undefined {
  return short[name];
}
