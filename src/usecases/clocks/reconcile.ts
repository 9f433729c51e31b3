import { type Incident } from '../../domain/incident/incident';
import { isSettled } from '../../domain/clocks/settled';
import { isListed } from '../../domain/incident/listed';
import { isBehind } from '../../domain/log/from-jira';
import { EMPTY_HEAD } from '../../domain/log/head';
import { inParts } from '../../domain/parts';
import { type ChangedIncidents } from '../../ports/clocks/changed-incidents';
import { type Jobs } from '../../ports/jobs';
import { setAside, type SettingAside } from '../incident/set-aside';
import { recordFigures, type Recording } from '../figures/record-figures';

/** More than an hour and a half, so that a late or skipped hour leaves no gap. */
const LOOK_BACK_MINUTES = 150;

type Deps = Recording &
  SettingAside & {
    readonly changedIncidents: ChangedIncidents;
    readonly jobs: Jobs;
  };

/**
 * Finds what no event told: incidents that were changed lately and whose times, log, derived fields or listed state
 * are not what they should be. Each becomes a job; the others cost a read of their heads. The row of figures of each is
 * put right at once. A time that Jira refused comes back as well, to be tried again. What cannot be read is set aside.
 * May be repeated.
 *
 * @returns how many were found wrong.
 * @throws {IncidentError} as `ChangedIncidents.within`, `IncidentLogs.heads` and `Jobs.handOver`
 */
export async function reconcile(deps: Deps): Promise<number> {
  let found = 0;
  for await (const { incidents, unread } of deps.changedIncidents.within(LOOK_BACK_MINUTES)) {
    await setAside(deps, unread);
    for (const some of inParts(incidents, AT_ONCE)) found += await mend(deps, some);
  }
  return found;
}

/** As many as the logs are read of at once. */
const AT_ONCE = 25;

async function mend(deps: Deps, incidents: readonly Incident[]): Promise<number> {
  await deps.unreadIncidents.forget(incidents.map(({ id }) => id));
  const heads = await recordFigures(deps, incidents);
  const wrong = incidents.filter((incident) => {
    const head = heads.get(incident.id) ?? EMPTY_HEAD;
    const isRight = isSettled(incident, head.notes) && isListed(incident, head);
    return !isRight || isBehind(incident, head);
  });
  for (const { id } of wrong) await deps.jobs.handOver({ kind: 'look-after', incident: id });
  return wrong.length;
}
