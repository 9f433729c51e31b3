import { type Call } from '../http/call';
import { badFields, forbidden } from '../http/refusal';
import { type Transition } from '../model/config';
import { can } from '../model/permissions';
import {
  contextOf,
  isRequired,
  screenFields,
  usableFields,
  workflowOf,
} from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Issue, type IssueType, type Project, type Stored } from '../model/types';
import { idOf } from '../values/kind';
import { defaultOf } from '../values/defaults';
import { checkProperty } from '../values/properties';
import { applyBeside } from './beside';
import { writeValues } from './changes';
import { type Actor, tellCreated } from './events';
import { type IssueInput } from './input';
import { tellPostFunctions } from './post-functions';
import { readInput } from './read-input';

export const actorOf = (call: Call): Actor => ({
  accountId: call.me.accountId,
  viaApp: call.caller.viaApp,
});

/** Makes an issue as the caller asks. @throws {Refusal} with Jira's words when it may not be. */
export function createIssue(call: Call, input: IssueInput): Issue {
  const project = projectFrom(call, input);
  return makeIssue(call, project, typeFrom(call.site, project, input), input);
}

/** The same without asking whether the caller may create issues here: a request comes through the portal. */
export function makeIssue(call: Call, project: Project, type: IssueType, input: IssueInput): Issue {
  const { site } = call;
  const actor = actorOf(call);
  const screen = [...screenFields(site, project, type.id, 'create'), 'parent'];
  const target = { site, project, typeId: type.id, screen };
  const values = readInput(target, input);
  addDefaults(call, project, type, screen, values);
  checkRequired(site, project, type, screen, values);
  for (const { key, value } of input.properties ?? []) checkProperty(key, value);
  const transition = initialOf(site, project, type.id, input.transition?.id);
  const issue = put(site, actor, project, type.id, transition.to);
  writeValues(site, issue, values);
  for (const { key, value } of input.properties ?? []) issue.properties.set(key, value);
  tellCreated(site, actor, issue);
  applyBeside(site, actor, issue, { update: input.update });
  tellPostFunctions(site, actor, issue, { transition, from: undefined });
  return issue;
}

function projectFrom(call: Call, { fields }: IssueInput): Project {
  const sent = (fields?.project ?? {}) as { id?: unknown; key?: unknown };
  const project = call.site.projectByKey(idOf(sent.id ?? sent.key) ?? '');
  if (!project || !can(call.site, call.who, 'BROWSE_PROJECTS', project))
    throw badFields({ project: 'Specify a valid project ID or key' });
  if (!can(call.site, call.who, 'CREATE_ISSUES', project))
    throw forbidden('You do not have permission to create issues in this project.');
  return project;
}

function typeFrom(site: Site, project: Project, { fields }: IssueInput): IssueType {
  const sent = (fields?.issuetype ?? {}) as { id?: unknown; name?: unknown };
  const ids = site.issueTypeSchemes.get(project.issueTypeSchemeId).issueTypeIds;
  const wanted = idOf(sent.id);
  const type = ids
    .map((id) => site.issueTypes.get(id))
    .find(({ id, name }) => (wanted === undefined ? name === sent.name : id === wanted));
  if (!type) throw badFields({ issuetype: 'Specify a valid issue type' });
  if (type.hierarchyLevel === -1 && !fields?.parent)
    throw badFields({
      parentId: 'Issue type is a sub-task but parent issue key or id not specified.',
    });
  return type;
}

function addDefaults(
  call: Call,
  project: Project,
  type: IssueType,
  screen: readonly string[],
  values: Map<string, Stored | undefined>,
): void {
  const { site } = call;
  const medium = site.priorities.where(({ name }) => name === 'Medium');
  if (!values.has('priority') && medium) values.set('priority', medium.id);
  if (values.get('reporter') === undefined) values.set('reporter', call.me.accountId);
  if (!values.has('assignee') && project.assigneeType === 'PROJECT_LEAD')
    values.set('assignee', project.leadAccountId);
  for (const field of usableFields(site, project, type.id, screen)) {
    if (values.has(field.id)) continue;
    const value = defaultOf(site, contextOf(field, project, type.id));
    if (value !== undefined) values.set(field.id, value);
  }
}

function checkRequired(
  site: Site,
  project: Project,
  type: IssueType,
  screen: readonly string[],
  values: ReadonlyMap<string, Stored | undefined>,
): void {
  const missing = usableFields(site, project, type.id, screen)
    .filter(({ kind }) => kind !== 'computed')
    .filter(({ id }) => isRequired(site, project, type.id, id) && values.get(id) === undefined)
    .map(({ id, name }) => [
      id,
      id === 'summary' ? 'You must specify a summary of the issue.' : `${name} is required.`,
    ]);
  if (missing.length > 0) throw badFields(Object.fromEntries(missing) as Record<string, string>);
}

function initialOf(
  site: Site,
  project: Project,
  typeId: string,
  transitionId: string | undefined,
): Transition {
  const { transitions } = workflowOf(site, project, typeId);
  const asked = transitions.find(({ id }) => id === transitionId);
  const initial = asked ?? transitions.find(({ type }) => type === 'INITIAL');
  if (!initial) throw badFields({ issuetype: 'The workflow has no initial transition.' });
  return initial;
}

function put(site: Site, actor: Actor, project: Project, typeId: string, statusId: string): Issue {
  project.issuesMade += 1;
  const id = String(site.issues.nextId());
  const key = `${project.key}-${project.issuesMade}`;
  site.issueIds.set(key, id);
  const now = site.now();
  return site.issues.put(id, {
    id,
    key,
    projectId: project.id,
    typeId,
    statusId,
    creatorId: actor.accountId,
    created: now,
    updated: now,
    statusSince: now,
    values: new Map(),
    properties: new Map(),
    comments: [],
    history: [],
    remoteLinks: [],
    watchers: new Set([actor.accountId]),
    children: new Set(),
  });
}
