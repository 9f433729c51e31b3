import { type Call } from '../http/call';
import { badFields, forbidden } from '../http/refusal';
import { demand, projectOf } from '../model/access';
import { can, isAdmin } from '../model/permissions';
import { isEditable, isRequired, screenFields } from '../model/fields/screens';
import { type Issue, type Stored } from '../model/types';
import { checkProperty } from '../values/properties';
import { applyBeside } from './beside';
import { changeType } from './change-type';
import { applyChanges } from './changes';
import { actorOf } from './create';
import { type IssueInput } from './input';
import { readInput } from './read-input';

/** Whether the call sets this flag. @throws {Refusal} 403 unless the caller administers Jira. */
function overrides(call: Call, flag: string): boolean {
  if (!call.flag(flag)) return false;
  if (!isAdmin(call.site, call.who))
    throw forbidden('You do not have permission to override screen security.');
  return true;
}

/**
 * The fields that may be set: those of the edit screen, none in a status that is not editable. For people who
 * administer Jira `overrideScreenSecurity` opens all fields (undefined), `overrideEditableFlag` every status.
 */
export function editScreen(call: Call, issue: Issue): string[] | undefined {
  const { site } = call;
  const anyField = overrides(call, 'overrideScreenSecurity');
  if (!overrides(call, 'overrideEditableFlag') && !isEditable(site, issue)) return [];
  return anyField ? undefined : screenFields(site, projectOf(site, issue), issue.typeId, 'edit');
}

/** Edits an issue as its screen and status allow. @throws {Refusal} */
export function editIssue(call: Call, issue: Issue, input: IssueInput): void {
  const { site } = call;
  demand(call, 'EDIT_ISSUES', issue, 'You do not have permission to edit issues in this project.');
  const project = projectOf(site, issue);
  const screen = editScreen(call, issue);
  const changes = readInput({ site, project, typeId: issue.typeId, issue, screen }, input);
  for (const { key, value } of input.properties ?? []) checkProperty(key, value);
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
