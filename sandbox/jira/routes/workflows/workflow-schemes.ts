import { z } from 'zod';
import { type Call } from '../../http/call';
import { page } from '../../http/paging';
import { badRequest, found } from '../../http/refusal';
import { Answer, created, noContent, type Route } from '../../http/route';
import { issueTypeBean } from '../../model/beans';
import { type WorkflowScheme } from '../../model/config';
import { type Destination, firstStatus, move, planMoves } from '../../issues/migrate';
import { actorOf } from '../../issues/create';
import { addTask } from '../../model/tasks';

const shape = z
  .object({
    name: z.string(),
    description: z.string().optional(),
    defaultWorkflow: z.string().optional(),
    issueTypeMappings: z.record(z.string(), z.string()).optional(),
  })
  .loose();

/** Workflow schemes name workflows by their names. */
function workflowNamed(call: Call, name: string): string {
  const workflow = call.site.workflows.where((one) => one.name === name);
  if (!workflow) throw badRequest(`The workflow '${name}' does not exist.`);
  return workflow.id;
}

function schemeBean(call: Call, scheme: WorkflowScheme): unknown {
  const { site } = call;
  const nameOf = (id: string): string => site.workflows.get(id).name;
  const mappings = [...scheme.mappings];
  return {
    id: scheme.id,
    name: scheme.name,
    description: scheme.description,
    defaultWorkflow: nameOf(scheme.defaultWorkflowId),
    issueTypeMappings: Object.fromEntries(mappings.map(([type, id]) => [type, nameOf(id)])),
    draft: false,
    self: site.self(`workflowscheme/${scheme.id}`),
    issueTypes: Object.fromEntries(
      mappings.map(([type]) => [type, issueTypeBean(site, site.issueTypes.get(type))]),
    ),
  };
}

function create(call: Call): unknown {
  const { site } = call;
  const sent = call.body(shape);
  const id = site.workflowSchemes.nextId();
  const mappings = Object.entries(sent.issueTypeMappings ?? {}).map(
    ([typeId, name]) => [site.issueTypes.get(typeId).id, workflowNamed(call, name)] as const,
  );
  const first = mappings[0]?.[1];
  const defaultWorkflowId =
    sent.defaultWorkflow === undefined ? first : workflowNamed(call, sent.defaultWorkflow);
  if (defaultWorkflowId === undefined) throw badRequest('The scheme has no workflow.');
  const scheme = site.workflowSchemes.put(id, {
    id,
    name: sent.name,
    description: sent.description ?? '',
    defaultWorkflowId,
    mappings: new Map(mappings),
    version: 1,
  });
  return created(schemeBean(call, scheme));
}

const schemeOf = (call: Call): WorkflowScheme =>
  found(
    call.site.workflowSchemes.find(Number(call.param('id'))),
    'The workflow scheme was not found.',
  );

/** A scheme in use is not changed at once: Jira wants a draft, which this sandbox does not keep. */
function changed(call: Call, scheme: WorkflowScheme): unknown {
  scheme.version += 1;
  migrate(call, scheme, (issue) => firstStatus(call.site, issue));
  return schemeBean(call, scheme);
}

/** Moves the issues of the scheme's projects that are in a status which is gone. @throws {Refusal} before any is. */
function migrate(call: Call, scheme: WorkflowScheme, destination: Destination): void {
  const { site } = call;
  const issues = site.projects
    .all()
    .filter(({ workflowSchemeId }) => workflowSchemeId === scheme.id)
    .flatMap(({ id }) => site.issuesOf(id));
  for (const one of planMoves(site, issues, destination)) move(site, actorOf(call), one);
}

function mapType(call: Call): unknown {
  const scheme = schemeOf(call);
  const { workflow } = call.body(z.object({ workflow: z.string() }).loose());
  const { id } = call.site.issueTypes.get(call.param('issueType'));
  scheme.mappings.set(id, workflowNamed(call, workflow));
  return changed(call, scheme);
}

function update(call: Call): unknown {
  const scheme = schemeOf(call);
  const sent = call.body(shape.partial());
  if (sent.name !== undefined) scheme.name = sent.name;
  if (sent.description !== undefined) scheme.description = sent.description;
  if (sent.defaultWorkflow !== undefined)
    scheme.defaultWorkflowId = workflowNamed(call, sent.defaultWorkflow);
  if (sent.issueTypeMappings) {
    scheme.mappings.clear();
    for (const [typeId, name] of Object.entries(sent.issueTypeMappings))
      scheme.mappings.set(typeId, workflowNamed(call, name));
  }
  return changed(call, scheme);
}

function ofProjects(call: Call): unknown {
  const asked = call.queries('projectId');
  const values = call.site.workflowSchemes.all().flatMap((scheme) => {
    const projectIds = asked.filter(
      (id) => call.site.projects.find(id)?.workflowSchemeId === scheme.id,
    );
    return projectIds.length === 0
      ? []
      : [{ projectIds, workflowScheme: schemeBean(call, scheme) }];
  });
  return { values };
}

function assign(call: Call): unknown {
  const { site } = call;
  const { projectId, workflowSchemeId } = call.body(
    z.object({ projectId: z.string(), workflowSchemeId: z.string() }),
  );
  if (site.issuesOf(projectId).length > 0)
    throw badRequest('Workflow schemes can only be assigned to projects without issues.');
  site.projects.get(projectId).workflowSchemeId = site.workflowSchemes.get(
    Number(workflowSchemeId),
  ).id;
  return noContent();
}

const statusMappings = z.array(
  z.object({ oldStatusId: z.string(), newStatusId: z.string() }).loose(),
);
const byType = z.array(
  z.object({ issueTypeId: z.string(), statusMappings: statusMappings.optional() }).loose(),
);

/** What was sent for the issue's type, old status to new. */
const destinationBy =
  (mappings: z.infer<typeof byType>): Destination =>
  ({ typeId, statusId }) =>
    mappings
      .filter(({ issueTypeId }) => issueTypeId === typeId)
      .flatMap((one) => one.statusMappings ?? [])
      .find(({ oldStatusId }) => oldStatusId === statusId)?.newStatusId;

/** The way for a project with issues: a task, which here is done at once. */
function switchScheme(call: Call): unknown {
  const { site } = call;
  const { projectId, targetSchemeId, mappingsByIssueTypeOverride } = call.body(
    z
      .object({
        projectId: z.string(),
        targetSchemeId: z.string(),
        mappingsByIssueTypeOverride: byType.optional(),
      })
      .loose(),
  );
  const project = site.projects.get(projectId);
  const target = site.workflowSchemes.get(Number(targetSchemeId));
  const before = project.workflowSchemeId;
  project.workflowSchemeId = target.id;
  try {
    const destination = destinationBy(mappingsByIssueTypeOverride ?? []);
    const moves = planMoves(site, site.issuesOf(projectId), destination);
    for (const one of moves) move(site, actorOf(call), one);
  } catch (error) {
    project.workflowSchemeId = before;
    throw error;
  }
  const task = addTask(site, call.me.accountId, 'Switch workflow scheme');
  return new Answer(303, task, { location: task.self });
}

const one = '/workflowscheme/{id}';
const noDraft = 'drafts: changes hold at once; status mappings: issues go to the initial status';

export const workflowSchemeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/workflowscheme',
    may: 'admin',
    handle: (call) =>
      page(call, call.site.workflowSchemes.all(), (scheme) => schemeBean(call, scheme)),
  },
  { method: 'POST', path: '/workflowscheme', may: 'admin', handle: create },
  { method: 'GET', path: '/workflowscheme/project', may: 'admin', handle: ofProjects },
  { method: 'PUT', path: '/workflowscheme/project', may: 'admin', handle: assign },
  {
    method: 'POST',
    path: '/workflowscheme/project/switch',
    may: 'admin',
    handle: switchScheme,
  },
  { method: 'GET', path: one, may: 'admin', handle: (call) => schemeBean(call, schemeOf(call)) },
  { method: 'PUT', path: one, may: 'admin', missing: noDraft, handle: update },
  {
    method: 'PUT',
    path: `${one}/issuetype/{issueType}`,
    may: 'admin',
    missing: noDraft,
    handle: mapType,
  },
];
