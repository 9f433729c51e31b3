import { figuresOf, type ImpactTimes, sameFigures, TIME_NAMES } from '../../domain/clocks/clocks';
import { findingsOf } from '../../domain/clocks/data-quality';
import { IncidentError } from '../../domain/errors';
import { type Refusals, withRefusals } from '../../domain/clocks/held';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { settle } from '../../domain/clocks/settle';
import { needsHistory } from '../../domain/clocks/settled';
import { type FigureFields } from '../../ports/clocks/figure-fields';
import { type Findings } from '../../ports/clocks/findings';
import { type Histories } from '../../ports/incident/histories';
import { type Incidents } from '../../ports/incident/incidents';
import { type Raising } from '../../ports/declaring/raising';
import { type IncidentNotes } from '../../ports/clocks/notes';
import { fillPending, withTried } from '../declaring/fill-pending';
import { keepTimes } from './keep-times';

/** What it takes to settle an incident. */
export type Settling = {
  readonly incidents: Incidents;
  readonly incidentNotes: IncidentNotes;
  readonly histories: Histories;
  readonly figureFields: FigureFields;
  readonly findings: Findings;
  readonly raising: Pick<Raising, 'fill'>;
};

/**
 * Makes times, notes, derived fields and the list of what is wrong say what is so, whoever changed the incident,
 * wherever. It looks at the incident itself, so it may be called twice, late, and in any order. Where nothing is wrong,
 * nothing is written. A time that Jira refuses is held in the notes, and asked for again the next time; the figures
 * follow it all the same. So is anything else that was declared and refused.
 *
 * @returns the incident with the times that its fields hold now
 * @throws {IncidentError} as `Incidents.get`, `Incidents.setTimes`, `IncidentNotes.change`, `Histories.of`,
 *   `Raising.fill`, `FigureFields.write` and `Findings.keep`
 */
export async function settleIncident(deps: Settling, id: IncidentId): Promise<Incident> {
  const { incidents, incidentNotes, histories, figureFields, findings, raising } = deps;
  const [incident, notes] = await Promise.all([readIncident(deps, id), incidentNotes.get(id)]);
  const history = needsHistory(incident, notes) ? ((await histories.of([id])).get(id) ?? []) : [];
  const { times } = settle(incident, notes, history);
  const refusals = await keepTimes(incidents, incident, times);
  const tried = await fillPending(raising, incident, notes);
  const after = await incidentNotes.change(id, (current) =>
    withTried(
      withRefusals(settle(incident, current, history).notes, { incident, times, refusals }),
      tried,
    ),
  );
  await writeFigures(figureFields, { ...incident, times });
  const { created } = incident;
  const kept = { ...incident, times: keptTimes(incident, times, refusals) };
  await findings.keep([{ id, created, findings: findingsOf(kept, after) }]);
  return kept;
}

/** What is no incident any more has nothing wrong with it either. */
async function readIncident(
  { incidents, findings }: Pick<Settling, 'incidents' | 'findings'>,
  id: IncidentId,
): Promise<Incident> {
  try {
    return await incidents.get(id);
  } catch (error) {
    const isGone =
      error instanceof IncidentError && ['not-found', 'not-an-incident'].includes(error.code);
    if (isGone) await findings.forget(id);
    throw error;
  }
}

/** What Jira's fields hold after they were asked to hold these times. */
function keptTimes(before: Incident, times: ImpactTimes, refusals: Refusals): ImpactTimes {
  const entries = TIME_NAMES.map((name) => {
    return [name, refusals[name] === undefined ? times[name] : before.times[name]] as const;
  });
  return Object.fromEntries(entries.filter(([, moment]) => moment !== undefined));
}

/** Writes TTD and TTR of these times where the fields hold something else. */
export async function writeFigures(
  figureFields: FigureFields,
  { id, times, figures }: Pick<Incident, 'id' | 'times' | 'figures'>,
): Promise<void> {
  const right = figuresOf(times);
  if (!sameFigures(right, figures)) await figureFields.write(id, right);
}
