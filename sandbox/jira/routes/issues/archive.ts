import { z } from 'zod';
import { type Call } from '../../http/call';
import { badBulk, badRequest, found, Refusal } from '../../http/refusal';
import { type Route } from '../../http/route';
import { moveIssue } from '../../issues/move';
import { isAdmin } from '../../model/permissions';
import { type Issue, type IssueType, type Project } from '../../model/types';
import { forEach, report } from './bulk';

/** Where issues go: out of sight, back, to another project. */

const MOST = 1000;

type Wrong = { count: number; readonly issueIdsOrKeys: string[]; readonly message: string };

/** Archives issues or brings them back, as far as it can; what it cannot is named with its reason. */
function setArchived(call: Call, isArchived: boolean): unknown {
  const { site, who } = call;
  if (!isAdmin(site, who))
    throw new Refusal(403, ['Only admins can archive or unarchive issues. Access denied.']);
  const asked = call.body(z.strictObject({ issueIdsOrKeys: z.array(z.string()) })).issueIdsOrKeys;
  if (asked.length > MOST)
    throw new Refusal(412, [
      `The number of issues to archive or unarchive exceeds the hard limit of ${MOST}. Precondition failed.`,
    ]);
  const issuesNotFound: Wrong = { count: 0, issueIdsOrKeys: [], message: 'Issue not found.' };
  const issueIsSubtask: Wrong = { count: 0, issueIdsOrKeys: [], message: 'Issue is subtask.' };
  const good: Issue[] = [];
  for (const idOrKey of asked) {
    const issue = site.issueByKey(idOrKey);
    const isSubtask = issue && site.issueTypes.get(issue.typeId).hierarchyLevel === -1;
    if (issue && !isSubtask) good.push(issue, ...subtasksOf(call, issue));
    else (issue ? issueIsSubtask : issuesNotFound).issueIdsOrKeys.push(idOrKey);
  }
  if (good.length === 0) throw badRequest('No valid issue to archive or unarchive. Bad request.');
  for (const issue of good) issue.isArchived = isArchived;
  const wrong = Object.entries({ issuesNotFound, issueIsSubtask })
    .map(([name, one]) => [name, { ...one, count: one.issueIdsOrKeys.length }] as const)
    .filter(([, { count }]) => count > 0);
  return { errors: Object.fromEntries(wrong), numberOfIssuesUpdated: good.length };
}

const subtasksOf = ({ site }: Call, { children }: Issue): Issue[] =>
  [...children]
    .flatMap((id) => site.issues.find(id) ?? [])
    .filter(({ typeId }) => site.issueTypes.get(typeId).hierarchyLevel === -1);

const target = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1),
  inferClassificationDefaults: z.boolean(),
  inferFieldDefaults: z.literal(true),
  inferStatusDefaults: z.literal(true),
  inferSubtaskTypeDefault: z.boolean(),
});
const moves = z.strictObject({
  sendBulkNotification: z.boolean().nullish(),
  targetToSourcesMapping: z.record(z.string(), target),
});

function move(call: Call): unknown {
  const { targetToSourcesMapping } = call.body(moves);
  const [only, ...others] = Object.entries(targetToSourcesMapping);
  if (!only || others.length > 0) throw badBulk('The sandbox moves to one target at a time.');
  const [place, { issueIdsOrKeys }] = only;
  const { project, type } = placeOf(call, place);
  const outcome = forEach(call, issueIdsOrKeys, (issue) => {
    moveIssue(call, issue, project, type);
  });
  return report(call, issueIdsOrKeys.length, outcome);
}

/** `<project id or key>,<issue type id>` */
function placeOf({ site }: Call, place: string): { project: Project; type: IssueType } {
  const [key = '', typeId = ''] = place.split(',');
  const project = found(site.projectByKey(key), `No project could be found with key '${key}'.`);
  const ids = site.issueTypeSchemes.get(project.issueTypeSchemeId).issueTypeIds;
  if (!ids.includes(typeId)) throw badBulk('The issue type selected is invalid.');
  return { project, type: site.issueTypes.get(typeId) };
}

export const archiveRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/issue/archive',
    missing:
      'archived issues say so nowhere; that they are read-only is said as a missing permission',
    handle: (call) => setArchived(call, true),
  },
  { method: 'PUT', path: '/issue/unarchive', handle: (call) => setArchived(call, false) },
  {
    method: 'POST',
    path: '/bulk/issues/move',
    missing: 'mappings of statuses, fields and subtasks; several targets at once',
    handle: move,
  },
];
