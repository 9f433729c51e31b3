import { route } from '@forge/api';
import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type Phase } from '../../../domain/incident/lifecycle';
import {
  FILTERS,
  type FilterName,
  type Site,
  type StepDone,
} from '../../../ports/set-up/site-builder';
import { type Jira } from '../http';
import { everything, Named, PAGE } from './pages';
import { needed, projectOf } from './project-of';

const Filter = Named.extend({ jql: z.string() });

/** The searches that everybody needs, shared with whoever sees the project; kept up to date when it runs again. */
export async function filters(jira: Jira, site: Site): Promise<StepDone> {
  const { projectKey, projectId } = projectOf(site);
  for (const name of FILTERS) {
    const title = site.text(`names.filters.${name}`, { key: projectKey });
    const body = {
      name: title,
      description: site.text(`names.filters.${name}Help`),
      jql: jqlOf(name, site),
      sharePermissions: [{ type: 'project', project: { id: projectId } }],
    };
    const id = await keep(jira, body, site.found().filters?.[name]);
    await site.remember({ filters: { ...site.found().filters, [name]: id } });
  }
  return {
    how: 'done',
    what: FILTERS.map((name) => site.text(`names.filters.${name}`, { key: projectKey })).join(', '),
  };
}

type Wanted = { readonly name: string; readonly jql: string };

/**
 * The filter that says what it should. Only its owner may change one: where another administrator has made it and it
 * says something else by now, whoever runs set-up gets one of their own, of the same name.
 *
 * @returns its id
 */
async function keep(jira: Jira, wanted: Wanted, known: string | undefined): Promise<string> {
  const there = await named(jira, wanted.name);
  const right = there.find(({ jql }) => jql === wanted.jql);
  if (right) return right.id;
  const before = there.find(({ id }) => id === known) ?? there[0];
  if (before && (await change(jira, before.id, wanted))) return before.id;
  const body = wanted;
  return Named.parse(await jira(route`/rest/api/3/filter`, { method: 'POST', body })).id;
}

/** @returns false for a filter of somebody else */
async function change(jira: Jira, id: string, body: Wanted): Promise<boolean> {
  try {
    await jira(route`/rest/api/3/filter/${id}`, { method: 'PUT', body });
    return true;
  } catch (error) {
    const isTheirs =
      error instanceof IncidentError && ['refused', 'forbidden', 'not-found'].includes(error.code);
    if (isTheirs) return false;
    throw error;
  }
}

async function named(jira: Jira, title: string): Promise<readonly z.infer<typeof Filter>[]> {
  const there = await everything(Filter, (startAt) =>
    jira(
      route`/rest/api/3/filter/search?startAt=${startAt}&maxResults=${PAGE}&filterName=${title}&expand=jql`,
    ),
  );
  return there.filter(({ name }) => name === title);
}

/** By ids, because names are changed and translated. */
function jqlOf(name: FilterName, site: Site): string {
  const { projectId } = projectOf(site);
  const fields = needed(site, 'fields');
  const cf = (field: 'severity' | 'impactStart' | 'impactRecovered') =>
    `cf[${(fields[field] ?? '').replace('customfield_', '')}]`;
  const incidents = `project = ${projectId} AND issuetype = ${needed(site, 'issueTypeId')}`;
  const open = `status in (${statuses(site, ['new', 'fixing'])})`;
  const cancelled = statuses(site, ['cancelled']);
  // A workflow of the site's own may have no such status.
  const notCancelled = cancelled === '' ? '' : ` AND status not in (${cancelled})`;
  const worstFirst = `ORDER BY ${cf('severity')} ASC, created ASC`;
  const where: Readonly<Record<FilterName, string>> = {
    active: open,
    // Nobody leads it after a quarter of an hour, or the promised update has not come.
    overdue: `${open} AND (incidentUpdateDue < now() OR (assignee is EMPTY AND created < -15m))`,
    withoutTimes: `(${cf('impactStart')} is EMPTY OR (status in (${statuses(site, ['resolved'])}) AND ${cf('impactRecovered')} is EMPTY))${notCancelled}`,
    mine: `${open} AND assignee = currentUser()`,
  };
  return `${incidents} AND ${where[name]} ${worstFirst}`;
}

function statuses(site: Site, phases: readonly Phase[]): string {
  return Object.entries(needed(site, 'phases'))
    .filter(([, phase]) => phases.includes(phase))
    .map(([id]) => id)
    .join(', ');
}
