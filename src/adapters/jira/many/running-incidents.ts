import { route } from '@forge/api';
import { z } from 'zod';
import { instant } from '../../../domain/time';
import { type NamedIncident, type RunningIncidents } from '../../../ports/portal/running-incidents';
import { type SiteMap, type SiteMaps } from '../../../ports/set-up/site-map';
import { incidentsJql } from './found-incidents';
import { type Jira } from '../http';

const Found = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.looseObject({
        created: z.string(),
        summary: z.string(),
        status: z.object({ id: z.string() }),
      }),
    }),
  ),
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
  const named = async () => {
    const map = await siteMaps.get();
    const { severity, faultyService, impactStart } = map.fields;
    const native = ['summary', 'status', 'created'];
    const answer = await jiraAsApp(route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql: jqlOf(map),
        maxResults: MOST,
        fields: [...native, severity, impactStart, ...(faultyService ? [faultyService] : [])],
      },
    });
    return Found.parse(answer)
      .issues.map((issue) => namedFrom(issue, map))
      .toSorted((a, b) => (a.severity ?? 4) - (b.severity ?? 4) || a.since - b.since);
  };
  return {
    named,
    async all() {
      const found = await named();
      return found.map(({ service, severity, since }) => ({ service, severity, since }));
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

function namedFrom(
  { key, fields }: z.infer<typeof Found>['issues'][number],
  { fields: ids, severities, phases }: SiteMap,
): NamedIncident {
  const option = (id: string | undefined) =>
    id === undefined ? undefined : Option.safeParse(fields[id]).data;
  const service = option(ids.faultyService);
  const began = Moment.parse(fields[ids.impactStart]) ?? fields.created;
  return {
    key,
    summary: fields.summary,
    phase: phases[fields.status.id] ?? 'new',
    service: service?.value ?? null,
    serviceOption: service?.id ?? null,
    severity: severities[option(ids.severity)?.id ?? ''] ?? null,
    since: instant(began),
  };
}
