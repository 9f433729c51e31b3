import { type IncidentView } from '../contract';
import { detectedByDefault, figuresOf, TIME_NAMES, wrongPair } from '../domain/clocks';
import { nextStep } from '../domain/next-step';
import { runningClock } from '../domain/running-clock';
import { type Instant, iso } from '../domain/time';
import { type OpenedIncident } from '../usecases/open-incident';

/**
 * An incident in the contract's plain JSON. TTD and TTR are computed here from the times, not read from the
 * derived fields, which may be a moment behind.
 */
export function incidentView({ incident, rights }: OpenedIncident, now: Instant): IncidentView {
  const { times, created } = incident;
  const clock = runningClock(incident);
  const { ttdMinutes = null, ttrMinutes = null } = figuresOf(times);
  return {
    key: incident.key,
    summary: incident.summary,
    severity: incident.severity ?? null,
    phase: incident.phase,
    incidentManager: incident.incidentManager ?? null,
    created: iso(created),
    times: Object.fromEntries(
      TIME_NAMES.map((name) => [name, orNull(times[name])]),
    ) as IncidentView['times'],
    detectedByDefault: detectedByDefault(times, created),
    figures: { ttdMinutes, ttrMinutes },
    wrongPair: wrongPair(times) ?? null,
    clock: clock ? { since: iso(clock.since), from: clock.from, until: orNull(clock.until) } : null,
    next: nextStep(incident) ?? null,
    mayEdit: rights.has('edit'),
    now: iso(now),
  };
}

function orNull(moment: Instant | undefined): string | null {
  return moment === undefined ? null : iso(moment);
}
