import { z } from 'zod';
import { type Call } from '../../http/call';
import { badBulk, forbidden, found, Refusal } from '../../http/refusal';
import { created, type Route } from '../../http/route';
import { visibleIssue } from '../../model/access';
import { userBean } from '../../model/beans';
import { groupBy } from '../../model/shared/group-by';
import { type Issue } from '../../model/types';
import { editIssue } from '../../issues/edit';
import { makeTransition, mayBulkChange, openTransitions } from '../../issues/transitions';
import { readEditedFields } from '../fields/bulk-fields';

const MAX_ISSUES = 1000;

type Outcome = { failed: Record<string, string[]>; done: number[]; unseen: number };

/** Does it for every issue it can; like all long tasks here it is done at once. */
export function forEach(
  call: Call,
  ids: readonly string[],
  change: (issue: Issue) => void,
): Outcome {
  if (!mayBulkChange(call)) throw forbidden('You do not have permission to bulk change issues.');
  if (ids.length > MAX_ISSUES)
    throw badBulk(`At most ${MAX_ISSUES} issues can be changed at once.`);
  const outcome: Outcome = { failed: {}, done: [], unseen: 0 };
  for (const idOrKey of ids) {
    const issue = seen(call, idOrKey);
    if (!issue) {
      outcome.unseen += 1;
      continue;
    }
    try {
      change(issue);
      outcome.done.push(Number(issue.id));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome.failed[issue.id] = [...error.messages, ...Object.values(error.errors)];
    }
  }
  return outcome;
}

function seen(call: Call, idOrKey: string): Issue | undefined {
  try {
    return visibleIssue(call, idOrKey);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

export function report(call: Call, total: number, { failed, done, unseen }: Outcome): unknown {
  const taskId = String(call.site.tasks.nextId());
  const now = new Date(call.site.now()).toISOString();
  call.site.tasks.put(taskId, {
    taskId,
    status: 'COMPLETE',
    progressPercent: 100,
    submittedBy: { accountId: call.me.accountId },
    created: now,
    started: now,
    updated: now,
    failedAccessibleIssues: failed,
    invalidOrInaccessibleIssueCount: unseen,
    processedAccessibleIssues: done,
    totalIssueCount: total,
  });
  return created({ taskId });
}

const editShape = z.strictObject({
  selectedActions: z.array(z.string()).min(1).max(200),
  selectedIssueIdsOrKeys: z.array(z.string()).min(1),
  editedFieldsInput: z.record(z.string(), z.unknown()),
  sendBulkNotification: z.boolean().nullish(),
});

function edit(call: Call): unknown {
  const { selectedActions, selectedIssueIdsOrKeys, editedFieldsInput } = call.body(editShape);
  const unknown = selectedActions.filter((id) => !call.site.fields.find(id));
  if (unknown.length > 0)
    throw badBulk(`The following selectedActions are not fields : ${unknown.join(', ')}`);
  const input = readEditedFields(editedFieldsInput, new Set(selectedActions));
  const outcome = forEach(call, selectedIssueIdsOrKeys, (issue) => {
    editIssue(call, issue, input);
  });
  return report(call, selectedIssueIdsOrKeys.length, outcome);
}

const transitionShape = z.strictObject({
  bulkTransitionInputs: z.array(
    z.strictObject({ selectedIssueIdsOrKeys: z.array(z.string()), transitionId: z.string() }),
  ),
  sendBulkNotification: z.boolean().nullish(),
});

function transition(call: Call): unknown {
  const outcomes = call.body(transitionShape).bulkTransitionInputs.map((input) => ({
    total: input.selectedIssueIdsOrKeys.length,
    outcome: forEach(call, input.selectedIssueIdsOrKeys, (issue) => {
      makeTransition(call, issue, { transition: { id: input.transitionId } });
    }),
  }));
  const all: Outcome = { failed: {}, done: [], unseen: 0 };
  for (const { outcome } of outcomes) {
    Object.assign(all.failed, outcome.failed);
    all.done.push(...outcome.done);
    all.unseen += outcome.unseen;
  }
  return report(
    call,
    outcomes.reduce((sum, { total }) => sum + total, 0),
    all,
  );
}

/** The transitions that all issues of one status and workflow have. */
function transitions(call: Call): unknown {
  const issues = call.queries('issueIdsOrKeys').flatMap((id) => seen(call, id) ?? []);
  const groups = groupBy(issues, ({ projectId, typeId, statusId }) =>
    [projectId, typeId, statusId].join(),
  );
  return {
    availableTransitions: [...groups.values()].map((group) => ({
      isTransitionsFiltered: false,
      issues: group.map(({ key }) => key),
      transitions: group.slice(0, 1).flatMap((issue) =>
        openTransitions(call, issue).map((one) => {
          const { name } = one;
          const status = call.site.statuses.get(one.to);
          return {
            transitionId: Number(one.id),
            transitionName: name,
            to: { statusId: Number(status.id), statusName: status.name },
          };
        }),
      ),
    })),
  };
}

function progress(call: Call): unknown {
  const task = found(call.site.tasks.find(call.param('taskId')), 'The task was not found.');
  const { accountId } = task.submittedBy as { accountId: string };
  return { ...task, submittedBy: userBean(call.site, accountId) };
}

export const bulkRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/bulk/issues/fields',
    missing:
      'the words for a field that is none; versions, components, colours, time tracking, cascading options, groups',
    handle: edit,
  },
  { method: 'GET', path: '/bulk/issues/transition', handle: transitions },
  { method: 'POST', path: '/bulk/issues/transition', handle: transition },
  {
    method: 'GET',
    path: '/bulk/queue/{taskId}',
    missing: 'no progress: done at once',
    handle: progress,
  },
];
