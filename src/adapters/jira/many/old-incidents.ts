import { route } from '@forge/api';
import { z } from 'zod';
import { PAGE } from '../../../domain/figures/backfill';
import { IncidentError } from '../../../domain/errors';
import { type OldIncidents } from '../../../ports/figures/old-incidents';
import { type SiteMaps } from '../../../ports/set-up/site-map';
import { fieldsOf, incidentsJql, IssuePage, readEach } from './found-incidents';
import { PATIENT_MS } from '../../http';
import { type Jira } from '../http';

const Count = z.object({ count: z.number() });

/** Every incident of the project, as the app: it sees those too that only some people may. */
export function jiraOldIncidents(jiraAsApp: Jira, siteMaps: SiteMaps): OldIncidents {
  return {
    async count() {
      const body = { jql: incidentsJql(await siteMaps.get()) };
      const answer = await jiraAsApp(route`/rest/api/3/search/approximate-count`, {
        method: 'POST',
        body,
      });
      return Count.parse(answer).count;
    },
    async page(place) {
      const map = await siteMaps.get();
      const jql = `${incidentsJql(map)} ORDER BY created ASC`;
      const body = { jql, maxResults: PAGE, fields: fieldsOf(map), nextPageToken: place };
      try {
        const { issues, nextPageToken } = IssuePage.parse(
          await jiraAsApp(route`/rest/api/3/search/jql`, {
            method: 'POST',
            body,
            deadlineMs: PATIENT_MS,
          }),
        );
        return { ...readEach(issues, map), next: nextPageToken };
      } catch (error) {
        if (place !== undefined && isRefusal(error)) return undefined;
        throw error;
      }
    },
  };
}

/** The query is the same each time: where Jira refuses a later page, its token is too old. */
function isRefusal(error: unknown): boolean {
  return error instanceof IncidentError && error.code === 'refused';
}
