import { type Workflow } from '../model/config';
import { workflowOfIssue } from '../model/screens';
import { type Site } from '../model/site';
import { type Issue } from '../model/types';
import { applyChanges } from './changes';
import { type Actor } from './events';

/** Issues whose status is no longer in their workflow go to its first one. */
export function migrateStatuses(site: Site, actor: Actor, workflow: Workflow): void {
  const known = new Set(workflow.statuses.map(({ statusId }) => statusId));
  for (const issue of site.issues.values()) {
    if (known.has(issue.statusId) || workflowOfIssue(site, issue) !== workflow) continue;
    moveToStart(site, actor, issue, workflow);
  }
}

/** The same for all issues of a project that got another workflow scheme. */
export function migrateProject(site: Site, actor: Actor, projectId: string): void {
  for (const issue of site.issuesOf(projectId)) {
    const workflow = workflowOfIssue(site, issue);
    if (!workflow.statuses.some(({ statusId }) => statusId === issue.statusId))
      moveToStart(site, actor, issue, workflow);
  }
}

function moveToStart(site: Site, actor: Actor, issue: Issue, workflow: Workflow): void {
  const initial = workflow.transitions.find(({ type }) => type === 'INITIAL');
  if (!initial) return;
  const before = site.statuses.get(issue.statusId);
  const after = site.statuses.get(initial.to);
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
