import { foundIn } from '../../domain/clocks/data-quality';
import { NO_NOTES } from '../../domain/clocks/notes';
import { advanced, canPay, paid, type Rebuild, surplus } from '../../domain/figures/rebuild';
import { type Instant, MINUTE_MS } from '../../domain/time';
import { type Findings } from '../../ports/clocks/findings';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { type Jobs, type NextJob } from '../../ports/jobs';
import { type OldIncidents, type OldPage } from '../../ports/figures/old-incidents';
import { type Rebuilds } from '../../ports/figures/rebuilds';
import { setAside, type SettingAside } from '../incident/set-aside';
import { recordFigures, type Recording } from './record-figures';
import { runFailure } from './run-failure';

type Deps = Recording &
  SettingAside & {
    readonly figureRows: FigureRows;
    readonly findings: Pick<Findings, 'renew' | 'forget'>;
    readonly oldIncidents: OldIncidents;
    readonly rebuilds: Rebuilds;
    readonly jobs: Jobs;
    readonly now: () => Instant;
  };

/** A job ends after about half a minute and hands on to the next. */
const JOB_MS = MINUTE_MS / 2;
/** Forge takes a thousand jobs in a row for a mistake. The hourly run begins another row. */
const IN_A_ROW = 500;

/**
 * A stretch of comparing the store of figures with Jira. A job that comes twice does nothing the second time. At the end
 * the store has every incident that was raised before the run began, but for those that are set aside.
 *
 * @throws {IncidentError} as the ports; to be called again where it is `unavailable`. Where it cannot go on, the run
 *   says so and why
 */
export async function runRebuild(deps: Deps, { run, ticket, inARow }: NextJob): Promise<void> {
  const { rebuilds, jobs } = deps;
  const begun = await rebuilds.get();
  if (begun?.run !== run || begun.ticket !== ticket || begun.state === 'done') return;
  const rebuild = await goOn(deps, begun);
  if (rebuild.state === 'done') await deps.figureRows.complete(rebuild.startedAt);
  if (rebuild.state !== 'running') return;
  const isTooLong = inARow >= IN_A_ROW;
  await rebuilds.save({ ...rebuild, ticket: ticket + 1, ...(isTooLong && { state: 'waiting' }) });
  if (!isTooLong)
    await jobs.handOver({ kind: 'rebuild-figures', run, ticket: ticket + 1, inARow: inARow + 1 });
}

/** Page by page, each kept, for half a minute. */
async function goOn(deps: Deps, { failure: _, ...begun }: Rebuild): Promise<Rebuild> {
  const { rebuilds, now } = deps;
  let rebuild: Rebuild = { ...begun, state: 'running' };
  try {
    const stored = (await deps.figureRows.all())?.rows ?? [];
    for (const until = now() + JOB_MS; now() <= until && rebuild.state === 'running';) {
      rebuild = await nextPage(deps, rebuild, stored);
      await rebuilds.save(rebuild);
    }
    return rebuild;
  } catch (error) {
    const failure = runFailure(error);
    if (failure) await rebuilds.save({ ...rebuild, state: 'failed', failure, at: now() });
    throw error;
  }
}

async function nextPage(
  deps: Deps,
  rebuild: Rebuild,
  stored: Parameters<typeof surplus>[0],
): Promise<Rebuild> {
  const { oldIncidents, figureRows, now } = deps;
  if (!canPay(rebuild, now())) return { ...rebuild, state: 'waiting', at: now() };
  const counted = rebuild.total === undefined ? { total: await oldIncidents.count() } : {};
  const page = await oldIncidents.page(rebuild.place);
  // Jira does not know the place any more: from the start, which writes nothing that is there.
  if (!page) return paid({ ...rebuild, ...START }, 1, now());
  const { incidents, unread } = page;
  await setAside(deps, unread);
  await deps.unreadIncidents.forget(incidents.map(({ id }) => id));
  const heads = await recordFigures(deps, incidents);
  const found = incidents.map((one) => foundIn(one, heads.get(one.id)?.notes ?? NO_NOTES));
  await deps.findings.renew(found);
  const gone = surplus(stored, incidents, { rebuild, isLast: page.next === undefined });
  if (gone.length > 0) await figureRows.forget(gone);
  // Deleted, or hidden from the app: a look at each tells which, and what is hidden is said.
  for (const id of gone) await deps.jobs.handOver({ kind: 'look-after', incident: id });
  const points = pointsOf(page) + (counted.total === undefined ? 0 : 1);
  const looked = { ...rebuild, ...counted, looked: rebuild.looked + unread.length };
  return paid(advanced(looked, incidents, page.next), points, now());
}

const START = { place: undefined, until: undefined, atUntil: [], looked: 0 };

const pointsOf = ({ incidents, unread }: OldPage) => 1 + incidents.length + unread.length;
