import { route } from '@forge/api';
import { type ChangedIncidents } from '../../../ports/clocks/changed-incidents';
import { type SiteMaps } from '../../../ports/set-up/site-map';
import { fieldsOf, incidentsJql, IssuePage, readEach } from './found-incidents';
import { type Jira } from '../http';

/** A search of the app's own: a point for each page and for each incident on it. */
export function jiraChangedIncidents(jiraAsApp: Jira, siteMaps: SiteMaps): ChangedIncidents {
  return {
    async *within(minutes) {
      const map = await siteMaps.get();
      // Relative, because a date in JQL is read in the time zone of whoever asks.
      const jql = `${incidentsJql(map)} AND updated >= -${minutes}m ORDER BY created ASC`;
      let nextPageToken: string | undefined;
      do {
        const fields = fieldsOf(map);
        const body = { jql, maxResults: 100, fields, properties: ['incident'], nextPageToken };
        const page = IssuePage.parse(
          await jiraAsApp(route`/rest/api/3/search/jql`, { method: 'POST', body }),
        );
        yield readEach(page.issues, map);
        nextPageToken = page.nextPageToken;
      } while (nextPageToken !== undefined);
    },
  };
}
