import { z } from 'zod';
import { type Call } from '../../http/call';
import { badRequest, Refusal } from '../../http/refusal';
import { type Route } from '../../http/route';
import { type Workflow } from '../../model/config';
import { uuidFrom } from '../../model/people';
import { putWorkflow } from '../../model/workflows/workflows';
import { actorOf } from '../../issues/create';
import { type Destination, issuesIn, move, planMoves } from '../../issues/migrate';
import { statusList, workflowBean } from './workflow-beans';
import { capabilities, readWorkflows, searchWorkflows } from './workflow-reads';
import {
  type ChangedWorkflow,
  type NewWorkflow,
  readStatuses,
  readTransitions,
  statusIdOf,
  updateShape,
  workflowsShape,
} from './workflow-input';

type References = ReadonlyMap<string, string>;

/** Makes statuses that have no id yet, then the workflows over them. */
function create(call: Call): unknown {
  const { site } = call;
  const { statuses = [], workflows = [] } = call.body(workflowsShape);
  for (const sent of workflows) checkNew(call, sent);
  const references = readStatuses(call, statuses);
  const read = workflows.map((sent) => parts(call, sent, references));
  const made = read.map((one) => putWorkflow(site, one));
  return { statuses: statusList(site, made), workflows: made.map(workflowBean) };
}

function checkNew({ site }: Call, { name }: NewWorkflow): void {
  if (site.workflows.where((one) => one.name === name))
    throw badRequest(`A workflow with the name '${name}' already exists.`);
}

function parts(
  call: Call,
  sent: NewWorkflow,
  references: References,
): Parameters<typeof putWorkflow>[1] {
  return {
    name: sent.name,
    description: sent.description ?? '',
    statuses: sent.statuses.map(({ statusReference, ...raw }) => ({
      statusId: statusIdOf(references, statusReference),
      raw,
    })),
    transitions: readTransitions(call, sent.transitions, references),
  };
}

/** Replaces whole workflows; an old version is a conflict. */
function update(call: Call): unknown {
  const { site } = call;
  const { statuses = [], workflows = [] } = call.body(updateShape);
  const references = readStatuses(call, statuses);
  const changed = workflows.map((sent) => replace(call, sent, references));
  return {
    statuses: statusList(site, changed),
    workflows: changed.map(workflowBean),
    taskId: null,
  };
}

/** Nothing is changed when an issue would be left in a status that is gone. */
function replace(call: Call, sent: ChangedWorkflow, references: References): Workflow {
  const { site } = call;
  const workflow = versionOf(call, sent);
  const next = parts(call, { ...sent, name: workflow.name }, references);
  const before = { statuses: workflow.statuses, transitions: workflow.transitions };
  const issues = issuesIn(site, workflow);
  Object.assign(workflow, { statuses: next.statuses, transitions: next.transitions });
  try {
    const moves = planMoves(site, issues, destinationOf(sent, references));
    for (const one of moves) move(site, actorOf(call), one);
  } catch (error) {
    Object.assign(workflow, before);
    throw error;
  }
  const versionNumber = workflow.version.versionNumber + 1;
  workflow.version = { id: uuidFrom(`version ${workflow.id} ${versionNumber}`), versionNumber };
  workflow.updated = site.now();
  if (sent.description !== undefined) workflow.description = sent.description;
  return workflow;
}

function versionOf({ site }: Call, { id, version }: ChangedWorkflow): Workflow {
  const workflow = site.workflows.get(id);
  if (version.versionNumber !== workflow.version.versionNumber)
    throw new Refusal(409, ['The workflow has been changed since it was read.']);
  return workflow;
}

/** The mapping of the project and issue type, else the one for all. */
function destinationOf(sent: ChangedWorkflow, references: References): Destination {
  const idOf = (reference: string): string => references.get(reference) ?? reference;
  const { statusMappings = [], defaultStatusMappings = [] } = sent;
  return ({ projectId, typeId, statusId }) => {
    const own = statusMappings.filter(
      (one) => one.projectId === projectId && one.issueTypeId === typeId,
    );
    const all = [...own.flatMap((one) => one.statusMigrations), ...defaultStatusMappings];
    const hit = all.find(({ oldStatusReference }) => idOf(oldStatusReference) === statusId);
    return hit && idOf(hit.newStatusReference);
  };
}

/** What of a payload would be refused, without doing it. */
function validate(call: Call, shape: typeof workflowsShape | typeof updateShape): unknown {
  const { payload } = call.body(z.object({ payload: shape }).loose());
  const references = new Map(
    (payload.statuses ?? []).map(({ id, statusReference }) => [statusReference, id ?? '']),
  );
  const errors = (payload.workflows ?? []).flatMap((sent: NewWorkflow | ChangedWorkflow) => {
    try {
      if ('id' in sent && typeof sent.id === 'string') versionOf(call, sent as ChangedWorkflow);
      else checkNew(call, sent as NewWorkflow);
      parts(call, { ...sent, name: '' }, references);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [{ code: 'INVALID', level: 'ERROR', message: error.message, type: 'WORKFLOW' }];
    }
  });
  return { errors };
}

export const workflowRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/workflows/create',
    may: 'admin',
    missing: 'rules of Jira are kept and shown, not run; workflows of one project',
    handle: create,
  },
  {
    method: 'POST',
    path: '/workflows/create/validation',
    may: 'admin',
    missing: 'finds what the create would refuse, under one code',
    handle: (call) => validate(call, workflowsShape),
  },
  { method: 'POST', path: '/workflows/update', may: 'admin', handle: update },
  {
    method: 'POST',
    path: '/workflows/update/validation',
    may: 'admin',
    missing: 'finds what the update would refuse, under one code; not a missing mapping',
    handle: (call) => validate(call, updateShape),
  },
  { method: 'POST', path: '/workflows', may: 'admin', handle: readWorkflows },
  { method: 'GET', path: '/workflows/search', may: 'admin', handle: searchWorkflows },
  {
    method: 'GET',
    path: '/workflows/capabilities',
    may: 'admin',
    missing: "Jira's own rules are not listed",
    handle: capabilities,
  },
];
