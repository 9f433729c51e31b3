import { askJira } from './jira';
import { type Running } from './similar';

/** Where incidents are kept, by Jira's ids. */
export type Where = {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly activeStatusIds: readonly string[];
  readonly serviceField: string | null;
  readonly drillField: string | null;
  readonly severityField?: string;
  readonly severities?: Readonly<Record<string, 1 | 2 | 3>>;
  readonly impactStartField?: string;
};

/** An incident that runs, as Jira shows it to the viewer. */
export type RunningIncident = Running & {
  readonly severity: 1 | 2 | 3 | null;
  /** Epoch milliseconds: when it began as far as anybody knows. */
  readonly since: number;
};

type Found = {
  readonly issues: readonly {
    readonly key: string;
    readonly fields: Readonly<Record<string, unknown>> & {
      readonly summary: string;
      readonly created: string;
    };
  }[];
};

/** As many as are compared. */
const MOST = 50;

/** The incidents that run, newest first, in one search by the viewer. Drills are left out. */
export async function runningIncidents(
  where: Where,
): Promise<readonly RunningIncident[] | 'failed'> {
  const { projectId, issueTypeId, activeStatusIds, drillField } = where;
  const { serviceField, severityField, impactStartField } = where;
  const real = drillField ? ` AND cf[${drillField.replace('customfield_', '')}] is EMPTY` : '';
  const jql = `project = ${projectId} AND issuetype = ${issueTypeId} AND status in (${activeStatusIds.join(', ')})${real} ORDER BY created DESC`;
  const wanted = [serviceField, severityField, impactStartField].filter((id) => id != null);
  const answer = await askJira<Found>('/rest/api/3/search/jql', {
    method: 'POST',
    body: { jql, maxResults: MOST, fields: ['summary', 'created', ...wanted] },
  });
  return answer.ok ? answer.value.issues.map((issue) => runningFrom(issue, where)) : 'failed';
}

type Option = { readonly id: string; readonly value: string };

function runningFrom({ key, fields }: Found['issues'][number], where: Where): RunningIncident {
  const option = (id: string | null | undefined) =>
    (id ? fields[id] : undefined) as Option | null | undefined;
  const began = where.impactStartField
    ? (fields[where.impactStartField] as string | null | undefined)
    : undefined;
  return {
    ...{ key, summary: fields.summary },
    service: option(where.serviceField)?.value ?? null,
    severity: where.severities?.[option(where.severityField)?.id ?? ''] ?? null,
    since: Date.parse(began ?? fields.created),
  };
}
