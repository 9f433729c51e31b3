import { z } from 'zod';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { IssueAnswer } from '../issue';

/** A page of a search for incidents. */
export const IssuePage = z.object({
  issues: z.array(IssueAnswer),
  nextPageToken: z.string().optional(),
});

/** Incidents of this site, in JQL. By ids: names are changed and translated. */
export function incidentsJql({ projectId, issueTypeId }: SiteMap): string {
  return `project = ${projectId} AND issuetype = ${issueTypeId}`;
}

/** What is read of each. */
export function fieldsOf(map: SiteMap): string[] {
  const native = ['summary', 'created', 'updated', 'project', 'issuetype', 'status'];
  return [...native, 'statuscategorychangedate', 'assignee', ...Object.values(map.fields)];
}
