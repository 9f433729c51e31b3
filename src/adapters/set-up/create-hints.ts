import { route } from '@forge/api';
import { z } from 'zod';
import { type Phase } from '../../domain/lifecycle';
import { type Site, type StepDone } from '../../ports/site-builder';
import { type Jira } from '../jira-http';
import { everything, Id, PAGE } from './pages';
import { needed, projectOf } from './project-of';

/** Ours among the app's UI modifications; people never see it. */
const NAME = 'running-incidents';
const VIEW = 'GIC';

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
    ...{ projectId, issueTypeId },
    ...{ phases: needed(site, 'phases'), fields: needed(site, 'fields') },
  };
  const body = {
    name: NAME,
    data: dataOf(where),
    contexts: [{ projectId, issueTypeId, viewType: VIEW }],
  };
  const there = await ours(jira);
  if (!there) await jira(route`/rest/api/3/uiModifications`, { method: 'POST', body });
  else if (!isRight(there, where)) {
    await jira(route`/rest/api/3/uiModifications/${there.id}`, { method: 'PUT', body });
  }
  return { how: 'done', what: projectKey };
}

/** Whether the create dialog still has them, for this project and issue type. */
export async function hintsStand(jira: Jira, where: Where): Promise<boolean> {
  const there = await ours(jira);
  return there !== undefined && isRight(there, where);
}

async function ours(jira: Jira): Promise<z.infer<typeof Modification> | undefined> {
  const all = await everything(Modification, (startAt) =>
    jira(
      route`/rest/api/3/uiModifications?startAt=${startAt}&maxResults=${PAGE}&expand=data,contexts`,
    ),
  );
  return all.find(({ name }) => name === NAME);
}

function isRight({ data, contexts }: z.infer<typeof Modification>, where: Where): boolean {
  const stands = contexts.some(
    ({ projectId, issueTypeId, viewType, isAvailable }) =>
      projectId === where.projectId &&
      issueTypeId === where.issueTypeId &&
      viewType === VIEW &&
      isAvailable !== false,
  );
  return stands && data === dataOf(where);
}

/** What the search in the browser needs, so that no function has to be asked. In one order: it is compared as text. */
function dataOf({ projectId, issueTypeId, phases, fields }: Where): string {
  const { faultyService, drill } = fields;
  return JSON.stringify({
    ...{ projectId, issueTypeId, phases: sorted(phases), fields: { faultyService, drill } },
    severities: {}, // what is compared has no level
  });
}

function sorted<Value>(of: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
