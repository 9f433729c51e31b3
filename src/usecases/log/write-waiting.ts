import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Draft } from '../../domain/log/entry';
import { entryId } from '../../domain/log/what';
import { MINUTE_MS, type Instant } from '../../domain/time';
import { type Log } from '../../ports/log';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type UnwrittenEntries } from '../../ports/log/unwritten-entries';

/** Forge drops a job after a day; before that, what could not be written is put where people see it. */
const PATIENCE_MS = 20 * 60 * MINUTE_MS;

type Deps = {
  readonly logs: Pick<IncidentLogs, 'append'>;
  readonly unwritten: Pick<UnwrittenEntries, 'keep'>;
  readonly log: Log;
  readonly now: () => Instant;
};
type Waiting = { readonly incident: IncidentId; readonly drafts: readonly Draft[] };

/**
 * Writes what has gone in line into the log. Each that the log will not take is kept beside it, where the panel says
 * so, and does not hold up the others. May be repeated.
 *
 * @throws {IncidentError} `unavailable`, `newer-data`: to be tried again
 */
export async function writeWaiting(deps: Deps, { incident, drafts }: Waiting): Promise<void> {
  if (await isWritten(deps, { incident, drafts })) return;
  const [only, ...others] = drafts;
  if (only && others.length === 0) await keepAside(deps, incident, only);
  else for (const draft of drafts) await writeWaiting(deps, { incident, drafts: [draft] });
}

async function keepAside(
  { unwritten, log }: Deps,
  incident: IncidentId,
  draft: Draft,
): Promise<void> {
  const id = draft.id ?? entryId(`unnamed-${draft.saidAt}`);
  await unwritten.keep(incident, { ...draft, id });
  log.warn('entry not written', { incident, entry: id });
}

/** @returns false where one of these is to be given up. @throws {IncidentError} what may pass */
async function isWritten({ logs, now }: Deps, { incident, drafts }: Waiting): Promise<boolean> {
  try {
    await logs.append(incident, () => drafts);
    return true;
  } catch (error) {
    if (!(error instanceof IncidentError) || !isGivenUp(error, drafts, now())) throw error;
    return false;
  }
}

/** Trying again will not help, or has been tried for most of a day. */
function isGivenUp(
  { code, details }: IncidentError,
  drafts: readonly Draft[],
  now: Instant,
): boolean {
  const mayPass = code === 'unavailable' || details.retryAfterMs !== undefined;
  return !mayPass || drafts.some(({ saidAt }) => now - saidAt > PATIENCE_MS);
}
