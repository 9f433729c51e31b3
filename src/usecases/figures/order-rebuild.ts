import { firstOf, isUnderWay, wantsAPush } from '../../domain/figures/rebuild';
import { type Instant, iso } from '../../domain/time';
import { type Jobs } from '../../ports/jobs';
import { type Rebuilds } from '../../ports/figures/rebuilds';

/** What it takes to have the store of figures made anew. */
export type Ordering = {
  readonly rebuilds: Rebuilds;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/**
 * Has the store of figures compared with Jira from the start, unless that is going on. May be repeated.
 * @throws {IncidentError} `unavailable`; the hourly run then goes on with it
 */
export async function orderRebuild({ rebuilds, jobs, now }: Ordering): Promise<void> {
  const before = await rebuilds.get();
  if (isUnderWay(before, now())) return;
  const rebuild = firstOf(iso(now()), before, now());
  await rebuilds.save(rebuild);
  await jobs.handOver({ kind: 'rebuild-figures', run: rebuild.run, ticket: 0, inARow: 0 });
}

/** Every hour: goes on where points are there again or a job was lost. @throws {IncidentError} `unavailable` */
export async function pushRebuildOn({ rebuilds, jobs, now }: Ordering): Promise<void> {
  const rebuild = await rebuilds.get();
  if (!rebuild || !wantsAPush(rebuild, now())) return;
  await jobs.handOver({
    kind: 'rebuild-figures',
    run: rebuild.run,
    ticket: rebuild.ticket,
    inARow: 0,
  });
}
