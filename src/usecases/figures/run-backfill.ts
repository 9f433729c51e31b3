import {
  type BackfillProgress,
  beginning,
  canPayPage,
  spending,
} from '../../domain/figures/backfill';
import { IncidentError } from '../../domain/errors';
import { type Instant, MINUTE_MS } from '../../domain/time';
import { type BackfillStore } from '../../ports/figures/backfill-store';
import { type NextJob, type Jobs } from '../../ports/jobs';
import { type OldIncidents, type OldPage } from '../../ports/figures/old-incidents';
import { bringIn, type BringingIn } from './bring-in';
import { recordFigures, type Recording } from './record-figures';
import { runFailure } from './run-failure';
import { setAside, type SettingAside } from '../incident/set-aside';

/** What a job of the backfill takes. */
export type Backfilling = BringingIn &
  Recording &
  SettingAside & {
    readonly oldIncidents: OldIncidents;
    readonly backfill: BackfillStore;
    readonly jobs: Jobs;
    readonly now: () => Instant;
  };

/** A job ends after about a minute and hands on to the next. */
const JOB_MS = MINUTE_MS;
const PAGES_A_JOB = 10;
/** Forge takes a thousand jobs in a row for a mistake. The hourly run begins another row. */
const IN_A_ROW = 500;

/**
 * A stretch of the backfill: pages of old incidents, the place kept after each, until a minute is over, the points of
 * this hour are spent, or an administrator wants something else. Then it hands on to the next job. A job that comes
 * twice does nothing the second time.
 *
 * @throws {IncidentError} `unavailable`: to be called again after the wait that Jira named. Any other error ends as
 *   `failed` in the progress, until a person goes on; one that nobody foresaw is thrown as well
 */
export async function runBackfill(deps: Backfilling, job: NextJob): Promise<void> {
  const begun = await takeUp(deps, job);
  if (!begun) return;
  const stretch = { progress: begun, points: 0 };
  try {
    await restFirst(deps, begun);
    const wanted = await goOn(deps, stretch);
    if (!wanted || stretch.progress.state !== 'running') return;
    if (job.inARow >= IN_A_ROW) {
      await deps.backfill.saveProgress({ ...stretch.progress, state: 'waiting' });
      return;
    }
  } catch (error) {
    await keepFailure(deps, spent(stretch, deps.now()), error);
    return;
  }
  await handOn(deps, stretch.progress, job);
}

/** The progress to go on from; undefined where this job has nothing to do. */
async function takeUp(
  { backfill, now }: Backfilling,
  { run, ticket }: NextJob,
): Promise<BackfillProgress | undefined> {
  const [wish, progress] = await Promise.all([backfill.wish(), backfill.progress()]);
  if (wish?.run !== run || wish.state !== 'run') return undefined;
  if (progress?.run !== run) return ticket === 0 ? afresh(run, progress, now()) : undefined;
  if (progress.ticket !== ticket || progress.state === 'done') return undefined;
  return { ...progress, state: 'running', failure: undefined };
}

/** A new run goes on with the points of the one before: they are the same quota. */
function afresh(run: string, before: BackfillProgress | undefined, now: Instant): BackfillProgress {
  const fresh = beginning(run, now);
  return before ? { ...fresh, hour: before.hour, spent: before.spent } : fresh;
}

async function restFirst({ now }: Backfilling, { notBefore }: BackfillProgress): Promise<void> {
  const restMs = (notBefore ?? 0) - now();
  if (restMs <= 0) return Promise.resolve();
  throw new IncidentError('unavailable', 'Jira asked for a rest', { retryAfterMs: restMs });
}

type Stretch = { progress: BackfillProgress; points: number };

/** @returns whether the run is still wanted. */
async function goOn(deps: Backfilling, stretch: Stretch): Promise<boolean> {
  const until = deps.now() + JOB_MS;
  let refusedAt: string | undefined;
  for (let pages = 0; pages < PAGES_A_JOB && deps.now() < until; pages += 1) {
    if (!(await isWanted(deps, stretch.progress))) return false;
    const place = stretch.progress.place ?? '';
    try {
      stretch.progress = await nextPage(deps, stretch);
    } catch (error) {
      // One of the page was deleted since it was read: read again, it is not there any more.
      const isNew = isRefusal(error) && refusedAt !== place;
      if (!isNew) throw error;
      refusedAt = place;
      stretch.progress = spent(stretch, deps.now());
    }
    await deps.backfill.saveProgress(stretch.progress);
    if (stretch.progress.state !== 'running') break;
  }
  return true;
}

async function isWanted({ backfill }: Backfilling, { run }: BackfillProgress): Promise<boolean> {
  const wish = await backfill.wish();
  return wish?.state === 'run' && wish.run === run;
}

async function nextPage(deps: Backfilling, stretch: Stretch): Promise<BackfillProgress> {
  if (!canPayPage(stretch.progress, deps.now())) {
    return { ...spent(stretch, deps.now()), state: 'waiting' };
  }
  const spend = (points: number) => {
    stretch.points += points;
  };
  const total = stretch.progress.total ?? (await counted(deps, spend));
  spend(1);
  const page = await deps.oldIncidents.page(stretch.progress.place);
  if (!page) return fromTheStart(spent(stretch, deps.now()));
  spend(page.incidents.length + page.unread.length);
  const { written, unread } = await bringIn(deps, page.incidents, spend);
  const read = page.incidents.filter(({ id }) => unread.every((one) => one.id !== id));
  await recordFigures(deps, read);
  await setAside(deps, [...page.unread, ...unread]);
  await deps.unreadIncidents.forget(read.map(({ id }) => id));
  return { ...after(spent(stretch, deps.now()), page, written), total };
}

function counted({ oldIncidents }: Backfilling, spend: (points: number) => void): Promise<number> {
  spend(1);
  return oldIncidents.count();
}

/** What has been brought in already costs points and is not written again. */
function fromTheStart(progress: BackfillProgress): BackfillProgress {
  return { ...progress, place: undefined, looked: 0 };
}

function after(
  progress: BackfillProgress,
  { incidents, unread, next }: OldPage,
  written: number,
): BackfillProgress {
  return {
    ...progress,
    state: next === undefined ? 'done' : 'running',
    place: next,
    notBefore: undefined,
    looked: progress.looked + incidents.length + unread.length,
    written: progress.written + written,
  };
}

/** The progress with what was spent since it was last written. */
function spent(stretch: Stretch, now: Instant): BackfillProgress {
  const { points } = stretch;
  stretch.points = 0;
  return spending(stretch.progress, points, now);
}

/** @throws the error, unless a person has to mend what it says */
async function keepFailure(
  { backfill, now }: Backfilling,
  progress: BackfillProgress,
  error: unknown,
): Promise<void> {
  const failure = runFailure(error);
  if (failure) {
    await backfill.saveProgress({ ...progress, state: 'failed', failure });
    if (error instanceof IncidentError) return;
    throw error;
  }
  const { retryAfterMs } = error instanceof IncidentError ? error.details : {};
  const notBefore = retryAfterMs === undefined ? undefined : ((now() + retryAfterMs) as Instant);
  await backfill.saveProgress({ ...progress, notBefore });
  throw error;
}

/** A job whose successor could not be handed over is called again itself. */
async function handOn(
  { backfill, jobs }: Backfilling,
  progress: BackfillProgress,
  { run, ticket, inARow }: NextJob,
): Promise<void> {
  await backfill.saveProgress({ ...progress, ticket: ticket + 1 });
  try {
    await jobs.handOver({ kind: 'backfill', run, ticket: ticket + 1, inARow: inARow + 1 });
  } catch (error) {
    await backfill.saveProgress({ ...progress, ticket });
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof IncidentError && error.code === 'refused';
}
