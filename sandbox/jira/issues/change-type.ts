import { badFields } from '../http/refusal';
import { projectOf } from '../model/access';
import { workflowOf } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type ChangeItem, type Issue, type IssueType } from '../model/types';
import { idOf } from '../values/kind';
import { type IssueInput } from './input';

/**
 * An edit may change the type as long as the workflow of the new one knows the issue's status. All else,
 * another project too, is a move.
 * @returns the line for the change log, none when the type stays.
 */
export function changeType(site: Site, issue: Issue, { fields, update }: IssueInput): ChangeItem[] {
  if (fields?.project !== undefined || update?.project !== undefined)
    throw badFields({
      project: "Field 'project' cannot be set. It is not on the appropriate screen, or unknown.",
    });
  const sent = fields?.issuetype ?? update?.issuetype?.[0]?.set;
  if (sent === undefined) return [];
  const before = site.issueTypes.get(issue.typeId);
  const after = wantedType(site, issue, sent as { id?: unknown; name?: unknown });
  if (after === before) return [];
  issue.typeId = after.id;
  return [
    {
      field: 'issuetype',
      fieldtype: 'jira',
      fieldId: 'issuetype',
      from: before.id,
      fromString: before.name,
      to: after.id,
      toString: after.name,
    },
  ];
}

function wantedType(
  site: Site,
  issue: Issue,
  { id, name }: { id?: unknown; name?: unknown },
): IssueType {
  const project = projectOf(site, issue);
  const wanted = idOf(id);
  const type = site.issueTypeSchemes
    .get(project.issueTypeSchemeId)
    .issueTypeIds.map((typeId) => site.issueTypes.get(typeId))
    .find((one) => (wanted === undefined ? one.name === name : one.id === wanted));
  const workflow = type && workflowOf(site, project, type.id);
  if (!type || !workflow?.statuses.some(({ statusId }) => statusId === issue.statusId))
    throw badFields({ issuetype: 'The issue type selected is invalid.' });
  return type;
}
