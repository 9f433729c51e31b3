import { type Severity } from '../domain/severity';
import { type Permissions } from '../ports/permissions';
import { type SiteMaps } from '../ports/site-map';

/** What a search for active incidents needs. Ids of Jira's, and nothing of any incident. */
export type WhereIncidentsAre = {
  readonly projectId: string;
  readonly issueTypeId: string;
  /** Statuses that stand for New or Fixing. */
  readonly activeStatusIds: readonly string[];
  readonly severityField: string;
  /** Levels by the ids of the field's options. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly impactStartField: string;
  readonly impactDetectedField: string;
  /** null: the site has no such field. */
  readonly serviceField: string | null;
  readonly drillField: string | null;
};

/**
 * Where incidents are kept, for somebody who may see that project: they search it as themselves.
 *
 * @returns undefined for whoever may not see the project
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function sayWhereIncidentsAre({
  siteMaps,
  permissions,
}: {
  siteMaps: Pick<SiteMaps, 'get'>;
  permissions: Pick<Permissions, 'browses'>;
}): Promise<WhereIncidentsAre | undefined> {
  const { projectId, issueTypeId, fields, phases, severities } = await siteMaps.get();
  if (!(await permissions.browses(projectId))) return undefined;
  return {
    ...{ projectId, issueTypeId, severities },
    activeStatusIds: Object.keys(phases).filter((id) =>
      ['new', 'fixing'].includes(phases[id] ?? ''),
    ),
    severityField: fields.severity,
    impactStartField: fields.impactStart,
    impactDetectedField: fields.impactDetected,
    serviceField: fields.faultyService ?? null,
    drillField: fields.drill ?? null,
  };
}
