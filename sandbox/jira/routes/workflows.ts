import { z } from 'zod';
import { type Call } from '../http/call';
import { page } from '../http/paging';
import { badRequest, Refusal } from '../http/refusal';
import { type Route } from '../http/route';
import { uuidFrom } from '../model/people';
import { workflowOf } from '../model/screens';
import { putWorkflow } from '../model/workflows';
import { migrateStatuses } from '../issues/migrate';
import { actorOf } from '../issues/create';
import { statusList, workflowBean } from './workflow-beans';
import {
  type NewWorkflow,
  readStatuses,
  readTransitions,
  updateShape,
  workflowsShape,
} from './workflow-input';

/** Makes statuses that have no id yet, then the workflows over them. */
function create(call: Call): unknown {
  const { site } = call;
  const { statuses = [], workflows = [] } = call.body(workflowsShape);
  for (const { name } of workflows)
    if (site.workflows.where((one) => one.name === name))
      throw badRequest(`A workflow with the name '${name}' already exists.`);
  const references = readStatuses(call, statuses);
  const made = workflows.map((sent) => putWorkflow(site, parts(call, sent, references)));
  return { statuses: statusList(site, made), workflows: made.map(workflowBean) };
}

function parts(
  call: Call,
  sent: NewWorkflow,
  references: ReadonlyMap<string, string>,
): Parameters<typeof putWorkflow>[1] {
  return {
    name: sent.name,
    description: sent.description ?? '',
    statuses: sent.statuses.map(({ statusReference, ...raw }) => ({
      statusId: statusId(references, statusReference),
      reference: statusReference,
      raw,
    })),
    transitions: readTransitions(call, sent.transitions, references),
  };
}

function statusId(references: ReadonlyMap<string, string>, reference: string): string {
  const id = references.get(reference);
  if (id === undefined) throw badRequest(`The status reference '${reference}' is not known.`);
  return id;
}

/** Replaces whole workflows; an old version is a conflict. */
function update(call: Call): unknown {
  const { site } = call;
  const { statuses = [], workflows = [] } = call.body(updateShape);
  const references = readStatuses(call, statuses);
  const changed = workflows.map((sent) => {
    const workflow = site.workflows.get(sent.id);
    if (sent.version.versionNumber !== workflow.version.versionNumber)
      throw new Refusal(409, ['The workflow has been changed since it was read.']);
    const next = parts(call, { ...sent, name: workflow.name }, references);
    const versionNumber = workflow.version.versionNumber + 1;
    Object.assign(workflow, next, {
      version: { id: uuidFrom(`version ${workflow.id} ${versionNumber}`), versionNumber },
      updated: site.now(),
    });
    if (sent.description !== undefined) workflow.description = sent.description;
    migrateStatuses(site, actorOf(call), workflow);
    return workflow;
  });
  return {
    statuses: statusList(site, changed),
    workflows: changed.map(workflowBean),
    taskId: null,
  };
}

function read(call: Call): unknown {
  const shape = z.object({
    workflowIds: z.array(z.string()).optional(),
    workflowNames: z.array(z.string()).optional(),
    projectAndIssueTypes: z
      .array(z.object({ projectId: z.string(), issueTypeId: z.string() }))
      .optional(),
  });
  const { site } = call;
  const {
    workflowIds = [],
    workflowNames = [],
    projectAndIssueTypes = [],
  } = call.body(shape.loose());
  const used = projectAndIssueTypes.map(
    ({ projectId, issueTypeId }) => workflowOf(site, site.projects.get(projectId), issueTypeId).id,
  );
  const found = site.workflows
    .all()
    .filter(
      ({ id, name }) => [...workflowIds, ...used].includes(id) || workflowNames.includes(name),
    );
  return { statuses: statusList(call.site, found), workflows: found.map(workflowBean) };
}

function search(call: Call): unknown {
  const text = (call.query('queryString') ?? '').toLowerCase();
  const hits = call.site.workflows
    .all()
    .filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(text));
  const found = page(call, hits, workflowBean);
  return { ...found, statuses: statusList(call.site, hits) };
}

const capabilities = (): unknown => ({
  editorScope: 'GLOBAL',
  projectTypes: ['software', 'service_desk', 'business'],
  systemRules: [],
  triggerRules: [],
  forgeRules: [],
  connectRules: [],
});

export const workflowRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/workflows/create',
    may: 'admin',
    missing: 'rules are kept and shown, not run; workflows of one project',
    handle: create,
  },
  {
    method: 'POST',
    path: '/workflows/create/validation',
    may: 'admin',
    missing: 'finds nothing',
    handle: () => ({ errors: [] }),
  },
  { method: 'POST', path: '/workflows/update', may: 'admin', handle: update },
  { method: 'POST', path: '/workflows', may: 'admin', handle: read },
  { method: 'GET', path: '/workflows/search', may: 'admin', handle: search },
  {
    method: 'GET',
    path: '/workflows/capabilities',
    may: 'admin',
    missing: 'the lists of rules are empty',
    handle: capabilities,
  },
];
