import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { type Answer, created, noContent, type Route } from '../../http/route';
import { demand, maySee, visibleIssue } from '../../model/access';
import { userBean } from '../../model/beans';
import { isEditable } from '../../model/fields/screens';
import { kindOf } from '../../values/kinds';
import { chooseFields, editMeta, issueBean } from '../../issues/bean';
import { applyChanges } from '../../issues/changes';
import { actorOf, createIssue } from '../../issues/create';
import { checkChanges, editIssue } from '../../issues/edit';
import { changeBean } from '../../issues/history';
import { issueInput } from '../../issues/input';
import { notify } from '../../issues/notify';
import { removeIssue } from '../../issues/remove';
import { makeTransition, openTransitions, transitionBean } from '../../issues/transitions';
import { projectOf } from '../../model/access';
import { WrongValue } from '../../values/kind';
import { badFields } from '../../http/refusal';

function create(call: Call): Answer {
  const { id, key } = createIssue(call, call.body(issueInput));
  return created({ id, key, self: call.site.self(`issue/${id}`) });
}

function read(call: Call, idOrKey = call.param('issueIdOrKey')): unknown {
  const issue = visibleIssue(call, idOrKey);
  const fields = call.queries('fields');
  return issueBean(call, issue, {
    fields: chooseFields(call.site, fields.length === 0 ? ['*all'] : fields),
    expand: new Set(call.queries('expand')),
    properties: call.queries('properties'),
  });
}

function edit(call: Call): unknown {
  const issue = visibleIssue(call);
  editIssue(call, issue, call.body(issueInput));
  return call.flag('returnIssue') ? read(call, issue.id) : noContent();
}

function remove(call: Call): Answer {
  const issue = visibleIssue(call);
  demand(
    call,
    'DELETE_ISSUES',
    issue,
    'You do not have permission to delete issues in this project.',
  );
  if (issue.children.size > 0 && !call.flag('deleteSubtasks'))
    throw badRequest('The issue has subtasks. Set deleteSubtasks to delete it with them.');
  removeIssue(call.site, actorOf(call), issue);
  return noContent();
}

/** `accountId` null takes the assignee away, `-1` is the automatic one. */
function assign(call: Call): Answer {
  const { site } = call;
  const issue = visibleIssue(call);
  demand(call, 'ASSIGN_ISSUES', issue, 'You do not have permission to assign issues.');
  if (!isEditable(site, issue))
    throw badFields({ assignee: 'The status of the issue does not allow it to be edited.' });
  const sent = (call.json ?? {}) as { accountId?: unknown };
  const field = site.fields.get('assignee');
  const where = { site, project: projectOf(site, issue), typeId: issue.typeId, field };
  try {
    const value = sent.accountId === null ? undefined : kindOf(field)?.parse(sent, where);
    const changes = new Map([['assignee', value]]);
    checkChanges(call, issue, changes);
    applyChanges(site, actorOf(call), issue, changes);
  } catch (error) {
    if (error instanceof WrongValue) throw badFields({ assignee: error.message });
    throw error;
  }
  return noContent();
}

function transitions(call: Call): unknown {
  const issue = visibleIssue(call);
  const wanted = call.query('transitionId');
  return {
    expand: 'transitions',
    transitions: openTransitions(call, issue)
      .filter(({ id }) => wanted === undefined || id === wanted)
      .map((one) => transitionBean(call, issue, one, call.expands('transitions.fields'))),
  };
}

function changelog(call: Call): unknown {
  const { history } = visibleIssue(call);
  return page(call, history, (change) => changeBean(call.site, change), 100, 100);
}

function watchers(call: Call): unknown {
  const issue = visibleIssue(call);
  return {
    self: call.site.self(`issue/${issue.key}/watchers`),
    isWatching: issue.watchers.has(call.me.accountId),
    watchCount: issue.watchers.size,
    watchers: [...issue.watchers].map((id) => userBean(call.site, id)),
  };
}

function watch(call: Call): Answer {
  const { site, me } = call;
  const issue = visibleIssue(call);
  const who = call.json === undefined ? me.accountId : call.body(z.string());
  if (who !== me.accountId)
    demand(
      call,
      'MANAGE_WATCHERS',
      issue,
      'You do not have permission to manage the watcher list.',
    );
  const person = found(site.people.find(who), `The user '${who}' does not exist.`);
  if (!maySee(site, person.accountId, issue))
    throw badRequest('The user does not have permission to view this issue.');
  issue.watchers.add(person.accountId);
  return noContent();
}

function unwatch(call: Call): Answer {
  const issue = visibleIssue(call);
  const who = call.query('accountId');
  if (who === undefined) throw badRequest('The accountId query parameter must be provided');
  issue.watchers.delete(who);
  return noContent();
}

export const issueRoutes: readonly Route[] = [
  { method: 'POST', path: '/issue', missing: 'attachments, time tracking', handle: create },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}',
    missing: 'versionedRepresentations; operations are empty; no viewed event',
    handle: (call) => read(call),
  },
  {
    method: 'PUT',
    path: '/issue/{issueIdOrKey}',
    missing:
      "Jira's words for a field that is set twice, and for letters it cannot keep, are not known",
    handle: edit,
  },
  { method: 'DELETE', path: '/issue/{issueIdOrKey}', handle: remove },
  { method: 'PUT', path: '/issue/{issueIdOrKey}/assignee', handle: assign },
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/editmeta',
    handle: (call) => editMeta(call, visibleIssue(call)),
  },
  { method: 'GET', path: '/issue/{issueIdOrKey}/transitions', handle: transitions },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/transitions',
    missing: 'rules of the workflow, but for the one that sets the resolution',
    handle: (call) => {
      makeTransition(call, visibleIssue(call), call.body(issueInput));
      return noContent();
    },
  },
  { method: 'GET', path: '/issue/{issueIdOrKey}/changelog', handle: changelog },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/notify',
    missing: 'groups, voters, restrictions, HTML',
    handle: notify,
  },
  { method: 'GET', path: '/issue/{issueIdOrKey}/watchers', handle: watchers },
  { method: 'POST', path: '/issue/{issueIdOrKey}/watchers', handle: watch },
  {
    method: 'DELETE',
    path: '/issue/{issueIdOrKey}/watchers',
    handle: unwatch,
  },
];
