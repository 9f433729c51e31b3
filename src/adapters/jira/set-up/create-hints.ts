import { route } from '@forge/api';
import { z } from 'zod';
import { type SiteFacts } from '../../../domain/set-up/check';
import { IncidentError } from '../../../domain/errors';
import { type Phase } from '../../../domain/incident/lifecycle';
import { type Site, type StepDone } from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { everything, Id, PAGE } from './pages';
import { needed, projectOf } from './project-of';

/** Ours among the app's UI modifications; people never see it. */
const NAME = 'running-incidents';
/** The create dialog, and the one that agents of a service project have. */
const VIEWS = ['GIC', 'GICAgentView'] as const;
type View = (typeof VIEWS)[number];

const Project = z.object({ projectTypeKey: z.string() });
const Modification = z.object({
  id: Id,
  name: z.string(),
  data: z.string().optional(),
  contexts: z
    .array(
      z.object({
        projectId: z.string().nullish(),
        issueTypeId: z.string().nullish(),
        viewType: z.string().nullish(),
        isAvailable: z.boolean().optional(),
      }),
    )
    .default([]),
});

type Where = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly phases: Readonly<Record<string, Phase>>;
  readonly fields: Readonly<Partial<Record<'faultyService' | 'drill', string>>>;
};

/** Lets the create dialog say which incidents are running while somebody raises one. */
export async function createHints(jira: Jira, site: Site): Promise<StepDone> {
  const { projectId, projectKey } = projectOf(site);
  const issueTypeId = needed(site, 'issueTypeId');
  const where = {
    projectId,
    issueTypeId,
    phases: needed(site, 'phases'),
    fields: needed(site, 'fields'),
  };
  const there = await ours(jira);
  const now = there ? standing(there, where) : [];
  if (now.length === VIEWS.length) return { how: 'done', what: projectKey };
  try {
    await write(jira, there?.id, where, VIEWS);
  } catch (error) {
    // The agents' view is in preview: a Jira that does not know it yet refuses the whole.
    if (!(error instanceof IncidentError) || error.code !== 'refused') throw error;
    if (!now.includes('GIC')) await write(jira, there?.id, where, ['GIC']);
  }
  return { how: 'done', what: projectKey };
}

/** Which create dialogs have them, for this project and issue type. */
export async function hintsOnSite(jira: Jira, where: Where): Promise<SiteFacts['hints']> {
  const [there, isService] = await Promise.all([ours(jira), isServiceProject(jira, where)]);
  const views = there ? standing(there, where) : [];
  if (!views.includes('GIC')) return 'none';
  return isService && !views.includes('GICAgentView') ? 'not-for-agents' : 'all';
}

async function isServiceProject(jira: Jira, { projectId }: Where): Promise<boolean> {
  const project = Project.parse(await jira(route`/rest/api/3/project/${projectId}`));
  return project.projectTypeKey === 'service_desk';
}

async function write(
  jira: Jira,
  id: string | undefined,
  where: Where,
  views: readonly View[],
): Promise<void> {
  const { projectId, issueTypeId } = where;
  const contexts = views.map((viewType) => ({ projectId, issueTypeId, viewType }));
  const body = { name: NAME, data: dataOf(where), contexts };
  if (id === undefined) await jira(route`/rest/api/3/uiModifications`, { method: 'POST', body });
  else await jira(route`/rest/api/3/uiModifications/${id}`, { method: 'PUT', body });
}

async function ours(jira: Jira): Promise<z.infer<typeof Modification> | undefined> {
  const all = await everything(Modification, (startAt) =>
    jira(
      route`/rest/api/3/uiModifications?startAt=${startAt}&maxResults=${PAGE}&expand=data,contexts`,
    ),
  );
  return all.find(({ name }) => name === NAME);
}

/** The views in which ours stands as it should. */
function standing({ data, contexts }: z.infer<typeof Modification>, where: Where): readonly View[] {
  if (data !== dataOf(where)) return [];
  return VIEWS.filter((view) =>
    contexts.some(
      ({ projectId, issueTypeId, viewType, isAvailable }) =>
        projectId === where.projectId &&
        issueTypeId === where.issueTypeId &&
        viewType === view &&
        isAvailable !== false,
    ),
  );
}

/** What the search in the browser needs, so that no function has to be asked. In one order: it is compared as text. */
function dataOf({ projectId, issueTypeId, phases, fields }: Where): string {
  const { faultyService, drill } = fields;
  return JSON.stringify({
    projectId,
    issueTypeId,
    phases: sorted(phases),
    fields: { faultyService, drill },
    severities: {}, // what is compared has no level
  });
}

function sorted<Value>(of: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
