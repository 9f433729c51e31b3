import { route } from '@forge/api';
import { z } from 'zod';
import { type Phase } from '../../domain/lifecycle';
import { FILTERS, type FilterName, type Site, type StepDone } from '../../ports/site-builder';
import { type Jira } from '../jira-http';
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
    const there = await named(jira, title);
    const id =
      there?.id ?? Named.parse(await jira(route`/rest/api/3/filter`, { method: 'POST', body })).id;
    // Only its owner may change a filter: leave one alone that says what it should.
    if (there && there.jql !== body.jql) {
      await jira(route`/rest/api/3/filter/${id}`, { method: 'PUT', body });
    }
    await site.remember({ filters: { ...site.found().filters, [name]: id } });
  }
  return {
    how: 'done',
    what: FILTERS.map((name) => site.text(`names.filters.${name}`, { key: projectKey })).join(', '),
  };
}

async function named(jira: Jira, title: string): Promise<z.infer<typeof Filter> | undefined> {
  const there = await everything(Filter, (startAt) =>
    jira(
      route`/rest/api/3/filter/search?startAt=${startAt}&maxResults=${PAGE}&filterName=${title}&expand=jql`,
    ),
  );
  return there.find(({ name }) => name === title);
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
