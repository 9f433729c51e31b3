import { z } from 'zod';
import { IncidentError } from '../../../domain/errors';
import { type IncidentId } from '../../../domain/incident/incident';
import { type ReadIncidents, type Unread } from '../../../domain/incident/unread';
import { readInstant } from '../../../domain/time';
import { type SiteMap } from '../../../ports/set-up/site-map';
import { incidentFrom } from '../issue';

const Found = z.looseObject({ id: z.string(), fields: z.looseObject({}).optional() });

/** A page of a search for incidents: each is read for itself, by {@link readEach}. */
export const IssuePage = z.object({
  issues: z.array(Found),
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

/** One that cannot be read keeps none of the others from being read. */
export function readEach(issues: z.infer<typeof IssuePage>['issues'], map: SiteMap): ReadIncidents {
  const read = issues.map((issue) => {
    try {
      return { incidents: [incidentFrom(issue, map)], unread: [] };
    } catch (error) {
      return { incidents: [], unread: unreadFrom(issue, error) };
    }
  });
  return {
    incidents: read.flatMap(({ incidents }) => incidents),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** Nothing of one that has become another type, or has moved away, since it was found. */
function unreadFrom({ id, fields }: z.infer<typeof Found>, error: unknown): readonly Unread[] {
  if (!(error instanceof IncidentError)) throw error;
  const { code, details } = error;
  if (code === 'not-an-incident') return [];
  if (code !== 'status-unknown' && code !== 'unreadable') throw error;
  const created = readInstant(String(fields?.['created']));
  return [
    {
      id: id as IncidentId,
      ...(code === 'status-unknown'
        ? { why: 'status' as const, subject: details.subject }
        : { why: 'answer' as const }),
      ...(typeof created === 'number' && { created }),
    },
  ];
}
