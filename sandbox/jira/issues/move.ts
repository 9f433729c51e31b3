import { type Call } from '../http/call';
import { badRequest } from '../http/refusal';
import { demand, projectOf } from '../model/access';
import { can } from '../model/permissions';
import { workflowOf } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type ChangeItem, type Issue, type IssueType, type Project } from '../model/types';
import { applyChanges } from './changes';
import { actorOf } from './create';

/** Moves an issue to another project: it gets a key there, and its old one still leads to it. */
export function moveIssue(call: Call, issue: Issue, project: Project, type: IssueType): void {
  const { site } = call;
  const source = projectOf(site, issue);
  demand(call, 'MOVE_ISSUES', issue, 'You do not have permission to move issues in this project.');
  if (!can(site, call.who, 'CREATE_ISSUES', project))
    throw badRequest('You do not have permission to create issues in the target project.');
  const before = { key: issue.key, typeId: issue.typeId, statusId: issue.statusId };
  project.issuesMade += 1;
  rekey(site, issue, `${project.key}-${project.issuesMade}`);
  issue.projectId = project.id;
  issue.typeId = type.id;
  issue.statusId = statusIn(site, issue, project);
  const items = [
    item('project', [source.id, source.name], [project.id, project.name]),
    item('Key', [null, before.key], [null, issue.key]),
    ...named('issuetype', site.issueTypes, before.typeId, issue.typeId),
    ...named('status', site.statuses, before.statusId, issue.statusId),
  ];
  applyChanges(site, actorOf(call), issue, new Map(), { items });
}

/** Gives a project another key, and so all its issues; what was written down under the old ones is still found. */
export function rekeyProject(site: Site, project: Project, key: string): void {
  site.formerProjectKeys.set(project.key, project.id);
  project.key = key;
  for (const issue of site.issuesOf(project.id))
    rekey(site, issue, `${key}-${issue.key.slice(issue.key.lastIndexOf('-') + 1)}`);
}

function rekey(site: Site, issue: Issue, key: string): void {
  issue.key = key;
  site.issueIds.set(key, issue.id);
}

/** Where the workflow there does not know the status, it is the initial one. */
function statusIn(site: Site, { typeId, statusId }: Issue, project: Project): string {
  const { statuses, transitions } = workflowOf(site, project, typeId);
  if (statuses.some((one) => one.statusId === statusId)) return statusId;
  return transitions.find(({ type }) => type === 'INITIAL')?.to ?? statusId;
}

type Named = { readonly get: (id: string) => { readonly name: string } };
type Side = readonly [id: string | null, text: string];

const named = (fieldId: string, table: Named, from: string, to: string): ChangeItem[] =>
  from === to ? [] : [item(fieldId, [from, table.get(from).name], [to, table.get(to).name])];

function item(field: string, [from, fromString]: Side, [to, text]: Side): ChangeItem {
  return { field, fieldtype: 'jira', fieldId: field, from, fromString, to, toString: text };
}
