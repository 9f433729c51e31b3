import { type Call } from '../http/call';
import { badFields, forbidden } from '../http/refusal';
import { demand, projectOf } from '../model/access';
import { can, isAdmin } from '../model/permissions';
import { isRequired, screenFields } from '../model/screens';
import { type Issue, type Stored } from '../model/types';
import { applyBeside } from './beside';
import { changeType } from './change-type';
import { applyChanges } from './changes';
import { actorOf } from './create';
import { type IssueInput } from './input';
import { readInput } from './read-input';

/**
 * Edits an issue as the edit screen allows. With `overrideScreenSecurity` any field may be set, for
 * people who administer Jira.
 * @throws {Refusal}
 */
export function editIssue(call: Call, issue: Issue, input: IssueInput): void {
  const { site } = call;
  demand(call, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
  const override = call.flag('overrideScreenSecurity');
  if (override && !isAdmin(site, call.who))
    throw forbidden('You do not have permission to override screen security.');
  const project = projectOf(site, issue);
  const screen = override ? undefined : screenFields(site, project, issue.typeId, 'edit');
  const changes = readInput({ site, project, typeId: issue.typeId, issue, screen }, input);
  checkChanges(call, issue, changes);
  const typeItem = changeType(site, issue, input);
  applyChanges(site, actorOf(call), issue, changes, { items: typeItem });
  applyBeside(site, actorOf(call), issue, input);
}

/** Emptied required fields, and permissions that single fields need. */
export function checkChanges(
  call: Call,
  issue: Issue,
  changes: ReadonlyMap<string, Stored | undefined>,
): void {
  const { site } = call;
  const project = projectOf(site, issue);
  for (const [id, value] of changes) {
    if (value === undefined && isRequired(site, project, issue.typeId, id))
      throw badFields({ [id]: `${site.fields.get(id).name} is required.` });
  }
  const needs = { assignee: 'ASSIGN_ISSUES', reporter: 'MODIFY_REPORTER' };
  for (const [id, permission] of Object.entries(needs)) {
    const differs = changes.has(id) && changes.get(id) !== issue.values.get(id);
    if (differs && !can(site, call.who, permission, project, issue))
      throw badFields({
        [id]: `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`,
      });
  }
}
