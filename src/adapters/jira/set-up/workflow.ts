import { route } from '@forge/api';
import { z } from 'zod';
import { type Phase } from '../../../domain/incident/lifecycle';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { PATIENT_MS } from '../../http';
import { type Jira } from '../http';
import { everything, Id, Named, PAGE } from './pages';
import { projectOf } from './project-of';
import { tellOnEveryTransition } from './tell';
import { MOVES, resolutionIds, STATUSES, ruleOf, type Resolutions } from './workflow-parts';

const Status = Named.extend({
  statusCategory: z.string(),
  scope: z.object({ type: z.string() }).optional(),
});
const OfProject = z.object({
  values: z.array(z.object({ workflowScheme: z.object({ id: Id, name: z.string() }) })),
});
const Made = z.object({ id: Id });

type Wanted = {
  readonly phase: Phase;
  readonly id?: string;
  readonly name: string;
  readonly category: string;
};

/** New → Fixing → Resolved, back, and Cancelled: made for a project of ours; the site's own is used as it was mapped. */
export async function workflow(jira: Jira, site: Site): Promise<StepDone> {
  const { choices, remember, found } = site;
  if (choices.phases) {
    await remember({ phases: choices.phases });
    if (choices.tellOnTransition) await tellOnEveryTransition(jira, site);
    return { how: 'adopted', what: Object.keys(choices.phases).length.toString() };
  }
  const { projectKey } = projectOf(site);
  const name = site.text('names.workflow.name', { key: projectKey });
  if (!(await isThere(jira, name))) {
    await make(jira, site, name);
    await remember({}, `workflow ${name}`);
  }
  await remember({ phases: await phasesOf(jira, site) });
  await assign(jira, site, name);
  return { how: found().ours?.includes(`workflow ${name}`) ? 'done' : 'adopted', what: name };
}

async function isThere(jira: Jira, name: string): Promise<boolean> {
  const workflows = await everything(z.object({ name: z.string() }), (startAt) =>
    jira(
      route`/rest/api/3/workflows/search?startAt=${startAt}&maxResults=${PAGE}&queryString=${name}`,
    ),
  );
  return workflows.some((one) => one.name === name);
}

/** Our four statuses; those that the site has under these names are used. */
async function wantedStatuses(jira: Jira, { text }: Site): Promise<Wanted[]> {
  return Promise.all(
    STATUSES.map(async ({ phase, category }) => {
      const name = text(`names.status.${phase}`);
      const statuses = await everything(Status, (startAt) =>
        jira(
          route`/rest/api/3/statuses/search?startAt=${startAt}&maxResults=${PAGE}&searchString=${name}`,
        ),
      );
      const there = statuses.find((one) => one.name === name && one.scope?.type !== 'PROJECT');
      return { phase, name, id: there?.id, category: there?.statusCategory ?? category };
    }),
  );
}

async function phasesOf(jira: Jira, site: Site): Promise<Record<string, Phase>> {
  const statuses = await wantedStatuses(jira, site);
  return Object.fromEntries(statuses.flatMap(({ id, phase }) => (id ? [[id, phase]] : [])));
}

async function make(jira: Jira, site: Site, name: string): Promise<void> {
  const statuses = await wantedStatuses(jira, site);
  const resolutions = await resolutionIds(jira);
  await jira(route`/rest/api/3/workflows/create`, {
    method: 'POST',
    deadlineMs: PATIENT_MS,
    body: {
      scope: { type: 'GLOBAL' },
      statuses: statuses.map((status) => ({
        ...(status.id === undefined ? {} : { id: status.id }),
        name: status.name,
        statusCategory: status.category,
        statusReference: referenceOf(status.phase),
      })),
      workflows: [
        {
          name,
          description: site.text('names.workflow.description'),
          statuses: statuses.map(({ phase }) => ({
            statusReference: referenceOf(phase),
            properties: {},
          })),
          transitions: transitions(site, resolutions),
        },
      ],
    },
  });
}

function transitions({ text, choices }: Site, resolutions: Resolutions): unknown[] {
  const created = {
    id: '1',
    type: 'INITIAL',
    name: text('names.transition.create'),
    toStatusReference: referenceOf('new'),
    links: [],
  };
  return [
    created,
    ...MOVES.map(({ name, from, to, resolution }, n) => ({
      id: String(11 + 10 * n),
      type: 'DIRECTED',
      name: text(`names.transition.${name}`),
      toStatusReference: referenceOf(to),
      links: from.map((phase) => ({ fromStatusReference: referenceOf(phase) })),
      actions: [
        {
          ruleKey: 'system:update-field',
          parameters: { field: 'resolution', value: resolutions[resolution] },
        },
        ...(choices.tellOnTransition ? [ruleOf()] : []),
      ],
    })),
  ];
}

/** Jira wants a UUID; only this one request knows it. */
function referenceOf(phase: Phase): string {
  const n = STATUSES.findIndex((status) => status.phase === phase);
  return `5ab0c4f2-6f0e-4b3a-8d0f-00000000000${n + 1}`;
}

async function assign(jira: Jira, site: Site, workflowName: string): Promise<void> {
  const { projectId, projectKey } = projectOf(site);
  const name = site.text('names.schemes.workflows', { key: projectKey });
  const current = OfProject.parse(
    await jira(route`/rest/api/3/workflowscheme/project?projectId=${projectId}`),
  );
  if (current.values[0]?.workflowScheme.name === name) return;
  const schemes = await everything(Named, (startAt) =>
    jira(route`/rest/api/3/workflowscheme?startAt=${startAt}&maxResults=${PAGE}`),
  );
  const scheme =
    schemes.find((one) => one.name === name)?.id ??
    Made.parse(
      await jira(route`/rest/api/3/workflowscheme`, {
        method: 'POST',
        body: { name, defaultWorkflow: workflowName },
      }),
    ).id;
  await jira(route`/rest/api/3/workflowscheme/project`, {
    method: 'PUT',
    deadlineMs: PATIENT_MS,
    body: { workflowSchemeId: scheme, projectId },
  });
}
