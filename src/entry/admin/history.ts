import { z } from 'zod';
import {
  type AdminContract,
  type BackfillView,
  type FigureStoreView,
  type FindingCounts,
} from '../../contract/admin';
import { FINDING_KINDS } from '../../domain/clocks/data-quality';
import { type PersonId } from '../../domain/incident/incident';
import {
  lookAtBackfill,
  pauseBackfill,
  resumeBackfill,
  startBackfill,
} from '../../usecases/figures/order-backfill';
import { orderRebuild } from '../../usecases/figures/order-rebuild';
import { iso } from '../../domain/time';
import { type ForAdmin } from '../../wiring/admin';
import { backfillView } from './backfill-view';
import { guardedForAdmins } from '../guard';

const Nothing = z.object({});
const FILTERS = ['all', ...FINDING_KINDS] as const;
const Filter = z.strictObject({ kind: z.enum(FILTERS), after: z.string().max(2000).optional() });

/** What the section "History" asks for. */
export function historyFunctions(wiring: ForAdmin) {
  return {
    getBackfill: guardedForAdmins(wiring, { input: Nothing }, () => view(wiring)),
    startBackfill: ordering(wiring, (by) => startBackfill(wiring, by)),
    pauseBackfill: ordering(wiring, (by) => pauseBackfill(wiring, by)),
    resumeBackfill: ordering(wiring, (by) => resumeBackfill(wiring, by)),
    getFigureStore: guardedForAdmins(wiring, { input: Nothing }, () => figureStore(wiring)),
    rebuildFigures: guardedForAdmins(wiring, { input: Nothing }, async () => {
      await orderRebuild(wiring);
      return figureStore(wiring);
    }),
    getFindingCounts: guardedForAdmins(wiring, { input: Nothing }, async () => {
      const counts = await Promise.all(
        FILTERS.map(async (kind) => [kind, await wiring.findings.count(kind)] as const),
      );
      return Object.fromEntries(counts) as FindingCounts;
    }),
    getFindings: guardedForAdmins(wiring, { input: Filter }, async ({ input: { kind, after } }) => {
      const { found, next = null } = await wiring.findings.page(kind, after);
      return { found: found.map(({ id, findings }) => ({ id, findings })), next };
    }),
  } satisfies Partial<Record<keyof AdminContract, unknown>>;
}

function ordering(wiring: ForAdmin, order: (by: PersonId) => Promise<void>) {
  return guardedForAdmins(wiring, { input: Nothing }, async ({ person }) => {
    await order(person);
    return view(wiring);
  });
}

/** Jira is asked for the number of incidents only where no run was ever asked for. */
async function view(wiring: ForAdmin): Promise<BackfillView> {
  const state = await lookAtBackfill(wiring);
  const total = state.wish ? undefined : await wiring.oldIncidents.count();
  return backfillView(state, wiring.now(), total);
}

async function figureStore({ figureRows, rebuilds, now }: ForAdmin): Promise<FigureStoreView> {
  const [stored, rebuild] = await Promise.all([figureRows.state(), rebuilds.get()]);
  const isOver = !rebuild || rebuild.state === 'done';
  const failure = rebuild?.state === 'failed' ? rebuild.failure : undefined;
  return {
    state: isOver ? 'idle' : rebuild.state,
    asOf: stored?.asOf === undefined ? null : iso(stored.asOf),
    looked: rebuild?.looked ?? 0,
    total: rebuild?.total ?? null,
    failure: failure ? { code: failure.code, subject: failure.subject ?? null } : null,
    now: iso(now()),
  };
}
