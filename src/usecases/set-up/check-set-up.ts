import { type Fault, faultsOf } from '../../domain/set-up/check';
import { type Alert, type Alerts } from '../../ports/declaring/alerts';
import { type UnreadIncidents } from '../../ports/incident/unread-incidents';
import { type SiteInspector } from '../../ports/set-up/site-inspector';
import { type SiteMaps } from '../../ports/set-up/site-map';

/**
 * Tries everything that incidents need on this site, at any time after set-up: somebody may have changed a screen.
 * Changes nothing. Alerts that could not become incidents are told first, one line per reason; then incidents that the app cannot read.
 *
 * @throws {IncidentError} `not-set-up` before set-up; as `SiteInspector.inspect` and `Alerts.open`
 */
export async function checkSetUp({
  siteMaps,
  siteInspector,
  alerts,
  unreadIncidents,
}: {
  siteMaps: SiteMaps;
  siteInspector: SiteInspector;
  alerts: Pick<Alerts, 'open'>;
  unreadIncidents: Pick<UnreadIncidents, 'total'>;
}): Promise<readonly Fault[]> {
  const [facts, open, { count }] = await Promise.all([
    siteMaps.get().then((map) => siteInspector.inspect(map)),
    alerts.open(),
    unreadIncidents.total(),
  ]);
  const unread: readonly Fault[] =
    count > 0 ? [{ weight: 'stops', code: 'unread', subject: String(count) }] : [];
  return [...waitingFaults(open), ...unread, ...faultsOf(facts)];
}

/** `subject`: how many, the code, and what Jira said: `3|refused|Region is required.` */
function waitingFaults(open: readonly Alert[]): readonly Fault[] {
  const reasons = open.flatMap(({ reason }) =>
    reason ? [`${reason.code}|${reason.said ?? ''}`] : [],
  );
  return [...new Set(reasons)].map((reason) => ({
    weight: 'stops',
    code: 'alerts-waiting',
    subject: `${reasons.filter((one) => one === reason).length}|${reason}`,
  }));
}
