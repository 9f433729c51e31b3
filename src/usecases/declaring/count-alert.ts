import { type AlertLine, type ListedAlert, withNews } from '../../domain/declaring/incident-alerts';
import { type IncidentId } from '../../domain/incident/incident';
import { type Draft } from '../../domain/log/entry';
import { entryId } from '../../domain/log/what';
import { type Instant } from '../../domain/time';
import { type Alert, type AlertLists, type Course } from '../../ports/declaring/alerts';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { standOf } from './stand-of';

type Deps = {
  readonly alertLists: Pick<AlertLists, 'count'>;
  readonly incidents: Pick<Incidents, 'get'>;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/**
 * Counts on its incident what an alert has done since it was counted last, and has the timeline told where that is worth
 * a line. From then on it is an alert of this incident. May be repeated: each turn counts once, and is told once.
 *
 * @param isOpen absent: it is looked up
 * @returns false where the alert was told again in that moment: it is to be read anew
 * @throws {IncidentError} as `standOf`, `AlertLists.count` and `Jobs.handOver`
 */
export async function countAlert(
  deps: Deps,
  alert: Alert,
  { incident, isOpen }: { readonly incident: IncidentId; readonly isOpen?: true },
): Promise<boolean> {
  const stands = isOpen ? 'open' : await standOf(deps.incidents, incident);
  const known = courseOf(alert);
  const isCounted = alert.state === 'raised' && known.counted?.turn === known.turn;
  const isGone = alert.state === 'raised' && stands === 'gone';
  const course = isCounted || isGone ? known : await counted(deps, alert, incident);
  // What was over before is in the list; its timeline is written.
  const line = stands === 'open' ? course?.counted?.line : undefined;
  if (course && line) await tell(deps, { incident, alert: alert.id, course, line });
  return course !== undefined;
}

/** @returns undefined, with nothing counted, where the alert is not as it was read */
async function counted(
  { alertLists, now }: Deps,
  alert: Alert,
  incident: IncidentId,
): Promise<Course | undefined> {
  const known = courseOf(alert);
  const was = known.counted && stateAt(known.counted.turn);
  const news = { alert: listed(alert.id, known), ...(was && { was }), now: now() };
  let course = known;
  const isWritten = await alertLists.count(alert, incident, (before) => {
    const { after, line } = withNews(before, news);
    course = { ...known, counted: { turn: known.turn, ...(line && { line }) } };
    return { list: after, alert: { ...alert, state: 'raised', incident, course } };
  });
  return isWritten ? course : undefined;
}

/** One that an older version of the app kept fires, for all that is known. */
function courseOf({ course, declaration, receivedAt: since }: Alert): Course {
  return course ?? { name: declaration.summary, since, turn: 1 };
}

function listed(alert: string, { name, from, since, recovered, link }: Course): ListedAlert {
  return {
    alert,
    name,
    since,
    ...(from !== undefined && { from }),
    ...(recovered !== undefined && { recovered }),
    ...(link !== undefined && { link }),
  };
}

function stateAt(turn: number): 'firing' | 'recovered' {
  return turn % 2 === 1 ? 'firing' : 'recovered';
}

type Telling = {
  readonly incident: IncidentId;
  readonly alert: string;
  readonly course: Course;
  readonly line: AlertLine;
};

/** An entry with a name of its own: told twice, it is written once. */
async function tell(
  { jobs, now }: Deps,
  { incident, alert, course, line }: Telling,
): Promise<void> {
  const { name, from, recovered, turn } = course;
  const at = line.state === 'recovered' ? recovered : undefined;
  const draft: Draft = {
    id: entryId(`alert:${alert.slice(0, 20)}:${turn}`),
    what: { kind: 'alert', name, ...(from !== undefined && { from }), ...line },
    saidAt: now(),
    ...(at !== undefined && { at }),
  };
  await jobs.handOver({ kind: 'append', incident, drafts: [draft] });
}
