import {
  type Around,
  aroundOf,
  changesNear,
  type NearChange,
  type SystemChange,
  type Window,
  windowAround,
} from '../../domain/response/changes';
import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { effectiveTimes } from '../../domain/clocks/notes';
import { type Deployments } from '../../ports/response/deployments';
import { type Door } from '../../ports/declaring/door';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Searches } from '../../ports/response/searches';
import { type SettingsStore } from '../../ports/settings/settings';

type Deps = {
  readonly incidents: Pick<Incidents, 'get'>;
  readonly logs: Pick<IncidentLogs, 'head'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly searches: Pick<Searches, 'changes'>;
  readonly deployments: Pick<Deployments, 'within'>;
  readonly deploymentDoor: Pick<Door, 'secret'>;
};

/** What became of the search for issues: one source failing does not hide the other. */
type IssueSearch =
  | { readonly state: 'notConfigured' }
  | { readonly state: 'searched'; readonly more: boolean }
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly subject: string | null };

export type FoundChanges = {
  readonly around: Around;
  readonly issues: IssueSearch;
  /** Delivery pipelines can tell us of deployments. */
  readonly isConnected: boolean;
  readonly changes: readonly NearChange[];
};

/**
 * What was changed near the impact start of an incident: issues that the query of the settings finds for whoever asks,
 * and deployments that pipelines told. Jira's answer to reading the incident as this person comes first.
 *
 * @throws {IncidentError} as `Incidents.get`, `unavailable`
 */
export async function findChanges(deps: Deps, id: IncidentId): Promise<FoundChanges> {
  const [incident, { notes }, { settings }] = await Promise.all([
    deps.incidents.get(id),
    deps.logs.head(id),
    deps.settings.get(),
  ]);
  const around = aroundOf(effectiveTimes(incident, notes), incident.created);
  const window = windowAround(around);
  const [{ found, ...issues }, told, secret] = await Promise.all([
    search(deps, settings.response?.changesJql, window),
    deps.deployments.within(window),
    deps.deploymentDoor.secret(),
  ]);
  const others = found.filter((one) => one.id !== incident.key);
  return {
    around,
    issues,
    isConnected: secret !== undefined,
    changes: changesNear([...others, ...told], window, incident.faultyService?.name),
  };
}

async function search(
  { searches }: Pick<Deps, 'searches'>,
  jql: string | undefined,
  window: Window,
): Promise<IssueSearch & { readonly found: readonly SystemChange[] }> {
  if (jql === undefined) return { state: 'notConfigured', found: [] };
  try {
    return { state: 'searched', ...(await searches.changes(jql, window)) };
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    const { code, details } = error; // told where the list is
    return { state: 'failed', code, subject: details.subject ?? null, found: [] };
  }
}
