import { type Call } from '../http/call';
import { badFields, badRequest } from '../http/refusal';
import { type Bean, statusBean } from '../model/beans';
import { projectOf } from '../model/access';
import { type Transition } from '../model/config';
import { can, hasGlobal } from '../model/permissions';
import { fieldsOnScreen, isRequired, workflowOfIssue } from '../model/fields/screens';
import { type Site } from '../model/site';
import { type Issue, type Stored } from '../model/types';
import { applyBeside } from './beside';
import { applyChanges, type Changes } from './changes';
import { checkChanges } from './edit';
import { actorOf } from './create';
import { type IssueInput } from './input';
import { transitionFields } from './meta';
import { tellPostFunctions } from './post-functions';
import { readInput } from './read-input';
import { ruledResolution } from './rules';

/** The transitions that this caller may make from where the issue stands. */
export function openTransitions(call: Call, issue: Issue): Transition[] {
  const { site } = call;
  if (!can(site, call.who, 'TRANSITION_ISSUES', projectOf(site, issue), issue)) return [];
  return workflowOfIssue(site, issue).transitions.filter(
    (transition) =>
      transition.type === 'GLOBAL' ||
      (transition.type === 'DIRECTED' && transition.from.includes(issue.statusId)),
  );
}

export function transitionBean(
  call: Call,
  issue: Issue,
  transition: Transition,
  withFields: boolean,
): Bean {
  const { site } = call;
  return {
    id: transition.id,
    name: transition.name,
    to: statusBean(site, site.statuses.get(transition.to)),
    hasScreen: transition.screenId !== undefined,
    isGlobal: transition.type === 'GLOBAL',
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
    ...(withFields ? { fields: transitionFields(call, issue, transition) } : {}),
  };
}

/** Moves an issue along its workflow. @throws {Refusal} 400 when it cannot go there from here. */
export function makeTransition(call: Call, issue: Issue, input: IssueInput): void {
  const { site } = call;
  const id = input.transition?.id;
  if (id === undefined) throw badRequest("Missing 'transition' identifier");
  if (!/^\d+$/.test(id)) throw badRequest("'transition' identifier must be an integer");
  const transition = openTransitions(call, issue).find((one) => one.id === id);
  if (!transition) throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  const screen = transition.screenId === undefined ? [] : fieldsOnScreen(site, transition.screenId);
  const project = projectOf(site, issue);
  const changes = readInput({ site, project, typeId: issue.typeId, issue, screen }, input);
  checkChanges(call, issue, changes);
  checkScreen(site, issue, screen, changes);
  const [from, told] = [issue.statusId, issue.comments.length];
  const changed = moveAlong(call, issue, transition, changes);
  const change = changed ? issue.history.at(-1) : undefined;
  applyBeside(site, actorOf(call), issue, input);
  const comment = issue.comments[told];
  tellPostFunctions(site, actorOf(call), issue, { transition, from, change, comment });
}

function checkScreen(site: Site, issue: Issue, screen: readonly string[], changes: Changes): void {
  for (const id of screen) {
    const value: Stored | undefined = changes.has(id) ? changes.get(id) : issue.values.get(id);
    const project = projectOf(site, issue);
    if (value === undefined && isRequired(site, project, issue.typeId, id))
      throw badFields({ [id]: `${site.fields.get(id).name} is required.` });
  }
}

/** Sets the status and does what the transition's rules say about the resolution. @returns whether anything changed. */
function moveAlong(call: Call, issue: Issue, transition: Transition, changes: Changes): boolean {
  const { site } = call;
  const before = site.statuses.get(issue.statusId);
  const after = site.statuses.get(transition.to);
  const all = new Map(changes);
  const ruled = ruledResolution(transition);
  if (ruled && !all.has('resolution')) all.set('resolution', ruled.value);
  issue.statusId = after.id;
  if (before.category !== after.category) issue.statusSince = site.now();
  const item = {
    field: 'status',
    fieldtype: 'jira' as const,
    fieldId: 'status',
    from: before.id,
    fromString: before.name,
    to: after.id,
    toString: after.name,
  };
  const quiet = typeof transition.raw.customIssueEventId === 'string';
  const items = before === after ? [] : [item];
  return applyChanges(site, actorOf(call), issue, all, { items, quiet });
}

export const mayBulkChange = (call: Call): boolean => hasGlobal(call.site, call.who, 'BULK_CHANGE');
