import { type Instant } from '../../domain/time';
import { type Alert, type Alerts, type Course, type Told } from '../../ports/declaring/alerts';
import { type Jobs } from '../../ports/jobs';

type Deps = { readonly alerts: Alerts; readonly jobs: Jobs };

/** Has a job make an incident of it, or tell its incident how it stands. */
export function workOn(jobs: Jobs, { id, group }: Pick<Alert, 'id' | 'group'>): Promise<void> {
  return jobs.handOver({ kind: 'raise', alert: id, ...(group && { group: group.key }) });
}

/** Its incident has not heard yet how it stands: a job is under way, or was lost. */
export function isUncounted({ course }: Alert): boolean {
  return course !== undefined && course.counted?.turn !== course.turn;
}

/**
 * It fires although its tool had said that it was over: its incident hears of it. Where it has been firing all the time,
 * or where this is what the tool said before the end, nothing is changed.
 *
 * @throws {IncidentError} as `Alerts.change` and `Jobs.handOver`
 */
export async function firesAgain(deps: Deps, alert: Alert, told: Told): Promise<Alert> {
  if (!alert.course?.recovered || isOldNews(alert.course, told)) return alert;
  const after = await deps.alerts.change(alert.id, (now) => {
    const { course } = now;
    if (!course?.recovered || isOldNews(course, told)) return undefined;
    const { recovered: _, ...rest } = course;
    const { detected: began } = told.declaration;
    return {
      ...now,
      course: { ...rest, ...(began !== undefined && { began }), turn: rest.turn + 1 },
    };
  });
  await workOn(deps.jobs, after);
  return after;
}

/** The tool's own clock says that it began before it was over: an old call that comes late. */
function isOldNews({ recovered }: Course, { declaration: { detected } }: Told): boolean {
  return recovered !== undefined && detected !== undefined && detected < recovered;
}

/**
 * Its tool says that it is over. Said twice, or of a time before it began again, it changes nothing.
 *
 * @param moment when it was over
 * @param face what is known of it where an older version of the app kept it
 * @throws {IncidentError} as `Alerts.change` and `Jobs.handOver`
 */
export async function isOverNow(
  deps: Deps,
  alert: Alert,
  moment: Instant,
  face: Pick<Course, 'name' | 'from' | 'link'>,
): Promise<Alert> {
  const firing = (now: Alert): Course => now.course ?? { ...face, since: now.receivedAt, turn: 1 };
  const changes = (course: Course) =>
    course.recovered === undefined && (course.began === undefined || course.began <= moment);
  if (!changes(firing(alert))) {
    if (isUncounted(alert)) await workOn(deps.jobs, alert);
    return alert;
  }
  const after = await deps.alerts.change(alert.id, (now) => {
    const course = firing(now);
    return changes(course)
      ? { ...now, course: { ...course, recovered: moment, turn: course.turn + 1 } }
      : undefined;
  });
  await workOn(deps.jobs, after);
  return after;
}
