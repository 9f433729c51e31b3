import { route } from '@forge/api';
import { z } from 'zod';
import { instant } from '../domain/time';
import { type RunningIncident, type RunningIncidents } from '../ports/running-incidents';
import { type SiteMap, type SiteMaps } from '../ports/site-map';
import { incidentsJql } from './jira-found-incidents';
import { type Jira } from './jira-http';

const Found = z.object({
  issues: z.array(z.object({ fields: z.looseObject({ created: z.string() }) })),
});
const Option = z.object({ id: z.string(), value: z.string() });
const Moment = z.string().nullish();

/** As many as a portal can show. */
const MOST = 20;

/** Searched as the app. What has a security level is for few: it is left out. */
export function jiraRunningIncidents(
  jiraAsApp: Jira,
  siteMaps: Pick<SiteMaps, 'get'>,
): RunningIncidents {
  return {
    async all() {
      const map = await siteMaps.get();
      const { severity, faultyService, impactStart } = map.fields;
      const answer = await jiraAsApp(route`/rest/api/3/search/jql`, {
        method: 'POST',
        body: {
          jql: jqlOf(map),
          maxResults: MOST,
          fields: ['created', severity, impactStart, ...(faultyService ? [faultyService] : [])],
        },
      });
      return Found.parse(answer)
        .issues.map(({ fields }) => runningFrom(fields, map))
        .toSorted((a, b) => (a.severity ?? 4) - (b.severity ?? 4) || a.since - b.since);
    },
  };
}

function jqlOf(map: SiteMap): string {
  const open = Object.keys(map.phases).filter((id) =>
    ['new', 'fixing'].includes(map.phases[id] ?? ''),
  );
  const { drill } = map.fields;
  const real = drill ? ` AND cf[${drill.replace('customfield_', '')}] is EMPTY` : '';
  return `${incidentsJql(map)} AND status in (${open.join(', ')}) AND level is EMPTY${real} ORDER BY created DESC`;
}

function runningFrom(
  fields: Readonly<Record<string, unknown>> & { readonly created: string },
  { fields: ids, severities }: SiteMap,
): RunningIncident {
  const option = (id: string | undefined) =>
    id === undefined ? undefined : Option.safeParse(fields[id]).data;
  const began = Moment.parse(fields[ids.impactStart]) ?? fields.created;
  return {
    service: option(ids.faultyService)?.value ?? null,
    severity: severities[option(ids.severity)?.id ?? ''] ?? null,
    since: instant(began),
  };
}
