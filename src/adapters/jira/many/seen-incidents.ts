import { route } from '@forge/api';
import { z } from 'zod';
import { type IncidentId } from '../../../domain/incident/incident';
import { bothOf } from '../../../domain/jql';
import { minutesBefore, type Window } from '../../../domain/figures/bounds';
import { type Instant } from '../../../domain/time';
import { type SeenIncidents } from '../../../ports/figures/seen-incidents';
import { type SiteMaps } from '../../../ports/set-up/site-map';
import { incidentsJql } from './found-incidents';
import { type Jira } from '../http';

/** As many as Jira hands out where nothing but ids is asked for. */
const PAGE = 5000;

const Count = z.object({ count: z.number() });
const Ids = z.object({
  issues: z.array(z.object({ id: z.string() })),
  nextPageToken: z.string().optional(),
});

/** @param now the server's clock: moments go to Jira as minutes before it, so that no time zone matters */
export function jiraSeenIncidents(
  jira: Jira,
  siteMaps: SiteMaps,
  now: () => Instant,
): SeenIncidents {
  const within = async (window: Window) =>
    bothOf(incidentsJql(await siteMaps.get()), windowJql(window, now()));
  return {
    async count(window) {
      const body = { jql: await within(window) };
      const path = route`/rest/api/3/search/approximate-count`;
      return Count.parse(await jira(path, { method: 'POST', body })).count;
    },
    async ids(which, nextPageToken) {
      const jql =
        'jql' in which
          ? bothOf(incidentsJql(await siteMaps.get()), which.jql)
          : await within(which.window);
      const body = {
        jql: `${jql} ORDER BY created ASC`,
        maxResults: PAGE,
        fields: ['id'],
        nextPageToken,
      };
      const path = route`/rest/api/3/search/jql`;
      const page = Ids.parse(await jira(path, { method: 'POST', body }));
      return { ids: page.issues.map(({ id }) => id as IncidentId), next: page.nextPageToken };
    },
  };
}

function windowJql({ after, until }: Window, now: Instant): string {
  const to = `created <= -${minutesBefore(until, now)}m`;
  return after === undefined ? to : `${to} AND created > -${minutesBefore(after, now)}m`;
}
