import { figuresOf, sameFigures } from '../domain/clocks';
import { withRefusals } from '../domain/held';
import { type Incident, type IncidentId } from '../domain/incident';
import { needsHistory, settle } from '../domain/settle';
import { type FigureFields } from '../ports/figures';
import { type Histories } from '../ports/histories';
import { type Incidents } from '../ports/incidents';
import { type Raising } from '../ports/raising';
import { type TimeNotes } from '../ports/time-notes';
import { fillPending, withTried } from './fill-pending';
import { keepTimes } from './keep-times';

/** What it takes to settle an incident. */
export type Settling = {
  readonly incidents: Incidents;
  readonly timeNotes: TimeNotes;
  readonly histories: Histories;
  readonly figureFields: FigureFields;
  readonly raising: Pick<Raising, 'fill'>;
};

/**
 * Makes times, notes and derived fields say what is so, whoever changed the incident, wherever. It looks at the
 * incident itself, so it may be called twice, late, and in any order. Where nothing is wrong, nothing is written. A
 * time that Jira refuses is held in the notes, and asked for again the next time; the figures follow it all the same.
 * So is anything else that was declared and refused.
 *
 * @throws {IncidentError} as `Incidents.get`, `Incidents.setTimes`, `TimeNotes.change`, `Histories.of`,
 *   `Raising.fill` and `FigureFields.write`
 */
export async function settleIncident(
  { incidents, timeNotes, histories, figureFields, raising }: Settling,
  id: IncidentId,
): Promise<void> {
  const [incident, notes] = await Promise.all([incidents.get(id), timeNotes.get(id)]);
  const history = needsHistory(incident, notes) ? ((await histories.of([id])).get(id) ?? []) : [];
  const { times } = settle(incident, notes, history);
  const refusals = await keepTimes(incidents, incident, times);
  const tried = await fillPending(raising, incident, notes);
  await timeNotes.change(id, (current) =>
    withTried(
      withRefusals(settle(incident, current, history).notes, { incident, times, refusals }),
      tried,
    ),
  );
  await writeFigures(figureFields, { ...incident, times });
}

/** Writes TTD and TTR of these times where the fields hold something else. */
export async function writeFigures(
  figureFields: FigureFields,
  { id, times, figures }: Pick<Incident, 'id' | 'times' | 'figures'>,
): Promise<void> {
  const right = figuresOf(times);
  if (!sameFigures(right, figures)) await figureFields.write(id, right);
}
