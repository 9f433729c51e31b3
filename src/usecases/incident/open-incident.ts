import { type IncidentAlerts } from '../../domain/declaring/incident-alerts';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { type Head } from '../../domain/log/head';
import { type Settings } from '../../domain/settings/settings';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Unwritten, type UnwrittenEntries } from '../../ports/log/unwritten-entries';
import { type AlertLists } from '../../ports/declaring/alerts';
import { type Permissions, type Right } from '../../ports/incident/permissions';
import { type SettingsStore } from '../../ports/settings/settings';

/** An incident, where the response to it stands, what is agreed, and what the person who looks at it may do. */
export type OpenedIncident = {
  readonly incident: Incident;
  readonly head: Head;
  readonly rights: ReadonlySet<Right>;
  readonly settings: Settings;
  /** What was said and its log did not take. */
  readonly unwritten: readonly Unwritten[];
  /** Absent: no alert belongs to it. */
  readonly alerts?: IncidentAlerts;
};

/**
 * What a person sees when they open an incident. Everything is asked for at once; Jira's answer to reading the
 * issue as this person decides whether they get any of it.
 *
 * @throws {IncidentError} as `Incidents.get`
 */
export async function openIncident(
  {
    incidents,
    permissions,
    logs,
    unwritten,
    alertLists,
    settings,
  }: {
    incidents: Incidents;
    permissions: Permissions;
    logs: IncidentLogs;
    unwritten: Pick<UnwrittenEntries, 'of'>;
    alertLists: Pick<AlertLists, 'of'>;
    settings: Pick<SettingsStore, 'get'>;
  },
  id: IncidentId,
): Promise<OpenedIncident> {
  const [incident, rights, head, saved, left, alerts] = await Promise.all([
    incidents.get(id),
    permissions.of(id),
    logs.head(id),
    settings.get(),
    unwritten.of(id),
    alertLists.of(id),
  ]);
  const { settings: agreed } = saved;
  return { incident, head, rights, settings: agreed, unwritten: left, ...(alerts && { alerts }) };
}
