import { figuresOf, type ImpactTimes, sameFigures, TIME_NAMES } from '../../domain/clocks/clocks';
import { foundIn } from '../../domain/clocks/data-quality';
import { IncidentError } from '../../domain/errors';
import { type Refusals, withRefusals } from '../../domain/clocks/held';
import { type History } from '../../domain/incident/history';
import { type Incident, type IncidentId } from '../../domain/incident/incident';
import { settle } from '../../domain/clocks/settle';
import { keeps } from '../../domain/time';
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

/** Somebody who writes the same field in the very moment of our write, and again in that of its mending. */
const ROUNDS = 3;

/**
 * Makes times, notes, derived fields and the list of what is wrong say what is so, whoever changed the incident,
 * wherever. It looks at the incident itself, so it may be called twice, late, and in any order. Where nothing is wrong,
 * nothing is written. A time that Jira refuses is held in the notes, and asked for again the next time; the figures
 * follow it all the same. So is anything else that was declared and refused.
 *
 * Nothing is decided without the change log, and whoever has written looks again: Jira has no write on condition, so
 * only the log tells whether a person's words lay where the app has just written.
 *
 * @returns the incident with the times that its fields hold now
 * @throws {IncidentError} as `Incidents.get`, `Incidents.setTimes`, `IncidentNotes.change`, `Histories.of`,
 *   `Raising.fill`, `FigureFields.write` and `Findings.keep`; `unreadable` where its change log cannot be read
 */
export async function settleIncident(deps: Settling, id: IncidentId): Promise<Incident> {
  let round = await settleOnce(deps, id);
  for (let n = 1; n < ROUNDS && round.isWritten; n += 1) round = await settleOnce(deps, id);
  return round.incident;
}

async function settleOnce(
  deps: Settling,
  id: IncidentId,
): Promise<{ readonly incident: Incident; readonly isWritten: boolean }> {
  const { incidents, incidentNotes, figureFields, findings, raising } = deps;
  const { incident, notes, history } = await readWithLog(deps, id);
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
  const kept = { ...incident, times: keptTimes(incident, times, refusals) };
  await findings.keep([foundIn(kept, after)]);
  const isWritten = TIME_NAMES.some(
    (name) => refusals[name] === undefined && !keeps(incident.times[name], times[name]),
  );
  return { incident: kept, isWritten };
}

/** The incident, and its change log read behind it; once more where that knows of a later change. */
async function readWithLog(deps: Settling, id: IncidentId) {
  const { incidentNotes, histories } = deps;
  const read = async () => {
    const [incident, notes] = await Promise.all([readIncident(deps, id), incidentNotes.get(id)]);
    const history = historyIn(await histories.of([id]), id);
    return { incident, notes, history };
  };
  const first = await read();
  const { updated } = first.incident;
  const last = first.history.at(-1)?.at;
  const isStale = updated !== undefined && last !== undefined && last > updated;
  return isStale ? read() : first;
}

/** @throws {IncidentError} `unreadable`: nothing is decided without the change log */
export function historyIn(found: Awaited<ReturnType<Histories['of']>>, id: IncidentId): History {
  const history = found.get(id);
  if (history) return history;
  throw new IncidentError('unreadable', `The change log of ${id} cannot be read`, {
    subject: 'changes',
  });
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
