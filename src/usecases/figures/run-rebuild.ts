import { foundIn } from '../../domain/clocks/data-quality';
import { NO_NOTES } from '../../domain/clocks/notes';
import { advanced, canPay, paid, type Rebuild, surplus } from '../../domain/figures/rebuild';
import { type Instant, MINUTE_MS } from '../../domain/time';
import { type Findings } from '../../ports/clocks/findings';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { type Jobs, type NextJob } from '../../ports/jobs';
import { type OldIncidents, type OldPage } from '../../ports/figures/old-incidents';
import { type Rebuilds } from '../../ports/figures/rebuilds';
import { recordFigures, type Recording } from './record-figures';

type Deps = Recording & {
  readonly figureRows: FigureRows;
  readonly findings: Pick<Findings, 'renew'>;
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
 * the store has every incident that was raised before the run began.
 *
 * @throws {IncidentError} as the ports; to be called again where it is `unavailable`
 */
export async function runRebuild(deps: Deps, { run, ticket, inARow }: NextJob): Promise<void> {
  const { rebuilds, jobs, now } = deps;
  let rebuild = await rebuilds.get();
  if (rebuild?.run !== run || rebuild.ticket !== ticket || rebuild.state === 'done') return;
  rebuild = { ...rebuild, state: 'running' };
  const stored = (await deps.figureRows.all())?.rows ?? [];
  for (const until = now() + JOB_MS; now() <= until && rebuild.state === 'running';) {
    rebuild = await nextPage(deps, rebuild, stored);
    await rebuilds.save(rebuild);
  }
  if (rebuild.state === 'done') await deps.figureRows.complete(rebuild.startedAt);
  if (rebuild.state !== 'running') return;
  const isTooLong = inARow >= IN_A_ROW;
  await rebuilds.save({ ...rebuild, ticket: ticket + 1, ...(isTooLong && { state: 'waiting' }) });
  if (!isTooLong)
    await jobs.handOver({ kind: 'rebuild-figures', run, ticket: ticket + 1, inARow: inARow + 1 });
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
  const heads = await recordFigures(deps, page.incidents);
  const found = page.incidents.map((one) => foundIn(one, heads.get(one.id)?.notes ?? NO_NOTES));
  await deps.findings.renew(found);
  const gone = surplus(stored, page.incidents, { rebuild, isLast: page.next === undefined });
  if (gone.length > 0) await figureRows.forget(gone);
  const points = pointsOf(page) + (counted.total === undefined ? 0 : 1);
  return paid(advanced({ ...rebuild, ...counted }, page.incidents, page.next), points, now());
}

const START = { place: undefined, until: undefined, atUntil: [], looked: 0 };

const pointsOf = ({ incidents }: OldPage) => 1 + incidents.length;
