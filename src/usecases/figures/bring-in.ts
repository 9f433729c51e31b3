import { wantsHistory } from '../../domain/figures/backfill';
import { figuresOf, type ImpactTimes, sameFigures } from '../../domain/clocks/clocks';
import { foundIn } from '../../domain/clocks/data-quality';
import { withoutAsking } from '../../domain/clocks/held';
import { type History } from '../../domain/incident/history';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { type Unread } from '../../domain/incident/unread';
import { settle } from '../../domain/clocks/settle';
import { effectiveTimes, NO_NOTES, type Notes } from '../../domain/clocks/notes';
import { type FigureFields } from '../../ports/clocks/figure-fields';
import { type Findings } from '../../ports/clocks/findings';
import { type Histories } from '../../ports/incident/histories';
import { type IncidentNotes } from '../../ports/clocks/notes';

/** What it takes to bring in old incidents. */
export type BringingIn = {
  readonly incidentNotes: IncidentNotes;
  readonly histories: Histories;
  readonly figureFields: FigureFields;
  readonly findings: Findings;
};

/** As many notes as are written at a time. */
const AT_ONCE = 10;
/** As many changes as a change log hands out at once. */
const CHANGES = 1000;

/**
 * Brings in up to a hundred incidents: what the change log says of their times is noted, TTD and TTR are written
 * where they differ, what is wrong is put on the list. Their own fields stay as they are: to write them would send
 * mail to watchers. An incident whose times are all in its fields needs neither change log nor notes. May be repeated:
 * where all is right, nothing is written.
 *
 * @param spend is told of points of the hourly quota as they are spent, also of what fails later.
 * @returns how many incidents had other figures, and those whose change log cannot be read: nothing is done to them.
 * @throws {IncidentError} as the ports; `refused` when one of the incidents has been deleted since it was read
 */
export async function bringIn(
  deps: BringingIn,
  incidents: readonly Incident[],
  spend: (points: number) => void,
): Promise<{ readonly written: number; readonly unread: readonly Unread[] }> {
  const notes = await deps.incidentNotes.getMany(incidents.map(({ id }) => id));
  const unknown = incidents.filter((one) => wantsHistory(one, notes.get(one.id)));
  const histories = await historiesOf(deps, unknown, spend);
  const unread = unknown.filter(({ id }) => !histories.has(id));
  const settled = incidents
    .filter((one) => !unread.includes(one))
    .map((one) => settledOf(one, notes.get(one.id), histories.get(one.id)));
  for (let from = 0; from < settled.length; from += AT_ONCE) {
    await Promise.all(settled.slice(from, from + AT_ONCE).map((one) => keepNotes(deps, one)));
  }
  const wrong = settled.flatMap(({ incident: { id, figures: now }, times }) => {
    const figures = figuresOf(times);
    return sameFigures(figures, now) ? [] : [{ id, figures }];
  });
  if (wrong.length > 0) {
    spend(1);
    await deps.figureFields.writeMany(wrong);
  }
  await deps.findings.keep(settled.map(({ incident, after }) => foundIn(incident, after)));
  return {
    written: wrong.length,
    unread: unread.map(({ id, created }) => ({ id, created, why: 'changes' })),
  };
}

async function historiesOf(
  { histories }: BringingIn,
  incidents: readonly Incident[],
  spend: (points: number) => void,
): Promise<ReadonlyMap<IncidentId, History>> {
  if (incidents.length === 0) return new Map();
  spend(1);
  const found = await histories.of(incidents.map(({ id }) => id));
  const lengths = [...found.values()].map(({ length }) => length).filter((length) => length > 0);
  const more = Math.max(0, Math.ceil(lengths.reduce((sum, one) => sum + one, 0) / CHANGES) - 1);
  // An incident whose changes go over a page is handed out on both.
  spend(lengths.length + 2 * more);
  return found;
}

type Settled = {
  readonly incident: Incident;
  readonly times: ImpactTimes;
  readonly before: Notes;
  readonly after: Notes;
  readonly change: (current: Notes) => Notes;
};

function settledOf(
  incident: Incident,
  notes: Notes | undefined,
  history: History | undefined,
): Settled {
  const before = notes ?? NO_NOTES;
  if (!notes && !history) {
    const times = effectiveTimes(incident, before);
    return { incident, times, before, after: before, change: (same) => same };
  }
  const { times } = settle(incident, before, history ?? []);
  const change = (current: Notes) =>
    withoutAsking(settle(incident, current, history ?? []).notes, { incident, times });
  return { incident, times, before, after: change(before), change };
}

async function keepNotes(
  { incidentNotes }: BringingIn,
  { incident, before, after, change }: Settled,
): Promise<void> {
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await incidentNotes.change(incident.id, change);
}
