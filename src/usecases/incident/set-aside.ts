import { type IncidentId } from '../../domain/incident/incident';
import { type Unread } from '../../domain/incident/unread';
import { type Instant } from '../../domain/time';
import { type Findings } from '../../ports/clocks/findings';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { type UnreadIncidents } from '../../ports/incident/unread-incidents';
import { type Jobs } from '../../ports/jobs';

/** What it takes to set an incident aside. */
export type SettingAside = {
  readonly unreadIncidents: UnreadIncidents;
  readonly figureRows: Pick<FigureRows, 'forget'>;
  readonly findings: Pick<Findings, 'forget'>;
  readonly now: () => Instant;
};

/**
 * Takes what cannot be read out of figures and findings, and keeps it on the list of such incidents, which is looked at
 * again every hour. Its log stays. May be repeated.
 *
 * @throws {IncidentError} `unavailable`
 */
export async function setAside(
  { unreadIncidents, figureRows, findings, now }: SettingAside,
  unread: readonly Unread[],
): Promise<void> {
  if (unread.length === 0) return;
  const ids = unread.map(({ id }) => id);
  await figureRows.forget(ids);
  for (const id of ids) await findings.forget(id);
  await unreadIncidents.keep(unread, now());
}

/**
 * Has those looked at again that could not be read, a hundred at a time. May be repeated.
 *
 * @returns which
 * @throws {IncidentError} as `UnreadIncidents.oldest` and `Jobs.handOver`
 */
export async function lookAgain({
  unreadIncidents,
  jobs,
}: {
  readonly unreadIncidents: Pick<UnreadIncidents, 'oldest'>;
  readonly jobs: Jobs;
}): Promise<readonly IncidentId[]> {
  const ids = (await unreadIncidents.oldest()).map(({ id }) => id);
  for (const incident of ids) await jobs.handOver({ kind: 'look-after', incident });
  return ids;
}
