import { route } from '@forge/api';
import { type FigureFields } from '../ports/figures';
import { type SiteMaps } from '../ports/site-map';
import { type Jira } from './jira-http';

/**
 * TTD and TTR in the app's own read-only fields: one call, as the app, no screen needed. The issue's history is
 * not told of it: the times that the figures follow from are already there.
 */
export function jiraFigures(jiraAsApp: Jira, siteMaps: SiteMaps): FigureFields {
  return {
    async write(id, { ttdMinutes, ttrMinutes }) {
      const { fields } = await siteMaps.get();
      const issueIds = [Number(id)];
      await jiraAsApp(route`/rest/api/3/app/field/value?generateChangelog=false`, {
        method: 'POST',
        body: {
          updates: [
            { customField: fields.timeToDetect, issueIds, value: ttdMinutes ?? null },
            { customField: fields.timeToRecovery, issueIds, value: ttrMinutes ?? null },
          ],
        },
      });
    },
  };
}
