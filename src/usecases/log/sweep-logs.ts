import { type ErrorCode, IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { MINUTE_MS, type Instant } from '../../domain/time';
import { type AlertLists } from '../../ports/declaring/alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { type UnwrittenEntries } from '../../ports/log/unwritten-entries';
import { type LogKeeping } from '../../ports/log/log-keeping';
import { eachApart } from '../each-apart';

/** So long the log of a deleted issue is kept, for whoever deleted it by mistake. */
const KEPT_MS = 30 * 24 * 60 * MINUTE_MS;

/**
 * Takes away the logs of issues that were deleted thirty days ago, and the lists of their alerts. An issue that the app
 * could not see for a while and sees again keeps its log. One that cannot be swept keeps none of the others. May be
 * repeated.
 *
 * @returns how many logs went
 * @throws {IncidentError} `unavailable`
 */
export async function sweepLogs({
  incidents,
  logKeeping,
  unwritten,
  alertLists,
  now,
}: {
  readonly incidents: Incidents;
  readonly logKeeping: LogKeeping;
  readonly unwritten: Pick<UnwrittenEntries, 'forget'>;
  readonly alertLists: Pick<AlertLists, 'forget'>;
  readonly now: () => Instant;
}): Promise<number> {
  const old = await logKeeping.expired((now() - KEPT_MS) as Instant);
  let gone = 0;
  await eachApart(old, async (id) => {
    if (await isThere(incidents, id)) return logKeeping.keep(id);
    await unwritten.forget(id);
    await alertLists.forget(id);
    await logKeeping.remove(id);
    gone += 1;
  });
  return gone;
}

/** Jira knows it, whatever the app can make of it. */
const IS_THERE: readonly ErrorCode[] = ['not-an-incident', 'status-unknown', 'unreadable'];

async function isThere(incidents: Incidents, id: IncidentId): Promise<boolean> {
  try {
    await incidents.get(id);
    return true;
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    if (error.code === 'not-found') return false;
    if (IS_THERE.includes(error.code)) return true;
    throw error;
  }
}
