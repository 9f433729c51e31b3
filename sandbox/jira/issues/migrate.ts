import { badRequest } from '../http/refusal';
import { type Workflow } from '../model/config';
import { workflowOfIssue } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { applyChanges } from './changes';
import { type Actor } from './events';

/** The status (its id) that an issue goes to when its own is no longer there; undefined: nobody said. */
export type Destination = (issue: Issue) => string | undefined;

/** An issue that has to move, and its new status. */
type Move = { readonly issue: Issue; readonly to: string };

/**
 * Where the issues go that are in a status which their workflow no longer has. Nothing is moved yet.
 * @throws {Refusal} 400 when nobody said where to, or the workflow does not have that status either.
 */
export function planMoves(site: Site, issues: Iterable<Issue>, destination: Destination): Move[] {
  const moves: Move[] = [];
  for (const issue of issues) {
    const { statuses } = workflowOfIssue(site, issue);
    const known = (id: string | undefined): boolean =>
      statuses.some(({ statusId }) => statusId === id);
    if (known(issue.statusId)) continue;
    const to = destination(issue);
    if (to === undefined || !known(to))
      throw badRequest(
        `The status '${site.statuses.get(issue.statusId).name}' is in use, and has no mapping to a status of the new workflow.`,
      );
    moves.push({ issue, to });
  }
  return moves;
}

/** The status that new issues of this kind begin in. */
export function firstStatus(site: Site, issue: Issue): string | undefined {
  return workflowOfIssue(site, issue).transitions.find(({ type }) => type === 'INITIAL')?.to;
}

/** The issues that stand in this workflow. */
export const issuesIn = (site: Site, workflow: Workflow): Issue[] =>
  site.issues.all().filter((issue) => workflowOfIssue(site, issue) === workflow);

export function move(site: Site, actor: Actor, { issue, to }: Move): void {
  const before = site.statuses.get(issue.statusId);
  const after = site.statuses.get(to);
  issue.statusId = after.id;
  const item = {
    field: 'status',
    fieldtype: 'jira' as const,
    fieldId: 'status',
    from: before.id,
    fromString: before.name,
    to: after.id,
    toString: after.name,
  };
  applyChanges(site, actor, issue, new Map(), { items: [item] });
}
