import { type Severity } from '../../domain/incident/severity';
import { type Instant } from '../../domain/time';
import { type NamedIncident, type RunningIncidents } from '../../ports/portal/running-incidents';
import { type SettingsStore } from '../../ports/settings/settings';

/** A list on a page that is exported, as somebody set it up. */
export type ListOnPage = {
  /** It lists what a query of the site's own finds. */
  readonly hasQuery: boolean;
  /** Empty: all. */
  readonly severities: readonly number[];
  /** Ids of options; empty: all. */
  readonly services: readonly string[];
};

/** What stands for a list in an exported page. */
export type ListExport = {
  readonly at: Instant;
  /** Absent: only the live page has them. */
  readonly incidents?: readonly NamedIncident[];
};

type Deps = {
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly runningIncidents: Pick<RunningIncidents, 'named'>;
  readonly now: () => Instant;
};

/**
 * An export has no reader whom Jira could be asked about: it has incidents only where an administrator agreed, never those
 * that Jira shows to few, and never what a query of somebody's own finds. May be repeated.
 *
 * @param list undefined for one that nobody has set up
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function exportList(
  { settings, runningIncidents, now }: Deps,
  list: ListOnPage | undefined,
): Promise<ListExport> {
  const at = now();
  const { settings: current } = await settings.get();
  if (current.response?.exportLists !== 'yes' || !list || list.hasQuery) return { at };
  const running = await runningIncidents.named();
  return { at, incidents: running.filter((incident) => isListed(incident, list)) };
}

function isListed(
  { severity, serviceOption }: NamedIncident,
  { severities, services }: ListOnPage,
): boolean {
  return (
    isAmong<Severity>(severities as readonly Severity[], severity) &&
    isAmong(services, serviceOption)
  );
}

function isAmong<One>(chosen: readonly One[], one: One | null): boolean {
  return chosen.length === 0 || (one !== null && chosen.includes(one));
}
