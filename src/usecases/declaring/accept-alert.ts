import { type Declaration } from '../../domain/declaring/declaration';
import { MINUTE_MS, type Instant } from '../../domain/time';
import { type Alert, type Alerts } from '../../ports/declaring/alerts';
import { type Jobs } from '../../ports/jobs';

type Deps = {
  readonly alerts: Alerts;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/** After so long, an alert that is told again and is no incident yet gets another job, in case the first was lost. */
const PATIENCE_MS = MINUTE_MS;

/**
 * Keeps what a tool declares and has it worked on. May be repeated, also at the same time: the same alert is kept once
 * and becomes one incident.
 *
 * @throws {IncidentError} `unavailable`; kept or not, the tool is to tell it again
 */
export async function acceptAlert(
  { alerts, jobs, now }: Deps,
  declaration: Declaration & { readonly alertId: string },
): Promise<Alert> {
  const at = now();
  const { alert, isNew } = await alerts.accept(declaration, at);
  const isLate = alert.state !== 'raised' && at - alert.receivedAt > PATIENCE_MS;
  if (isNew || isLate) await jobs.handOver({ kind: 'raise', alert: alert.id });
  return alert;
}
