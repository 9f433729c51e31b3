import {
  type DoubtView,
  type IncidentView,
  type TimeNoteView,
  type UnwrittenView,
} from '../../contract';
import {
  detectedByDefault,
  figuresOf,
  type ImpactTimes,
  TIME_NAMES,
  type TimeName,
  wrongPair,
} from '../../domain/clocks/clocks';
import { findingsOf } from '../../domain/clocks/data-quality';
import { type IncidentAlerts } from '../../domain/declaring/incident-alerts';
import { type Incident, type PersonId } from '../../domain/incident/incident';
import { missingOf } from '../../domain/incident/missing';
import { wordsOf } from '../../domain/log/redaction';
import { nextStep } from '../../domain/response/next-step';
import { stillPending } from '../../domain/declaring/pending';
import { runningClock } from '../../domain/clocks/running-clock';
import { type Instant, iso } from '../../domain/time';
import {
  effectiveTimes,
  isRefused,
  type Notes,
  standing,
  toConfirm,
} from '../../domain/clocks/notes';
import { type Unwritten } from '../../ports/log/unwritten-entries';
import { type OpenedIncident } from '../../usecases/incident/open-incident';
import { responseView } from './response-view';

/** As many former times as are shown. */
const FORMER_SHOWN = 5;

/**
 * An incident in the contract's plain JSON. TTD and TTR are computed here from the times, not read from the
 * derived fields, which may be a moment behind.
 */
export function incidentView(
  opened: OpenedIncident,
  { viewer, now }: { readonly viewer: PersonId; readonly now: Instant },
): IncidentView {
  const { incident, head, rights, alerts } = opened;
  const { notes } = head;
  const { created } = incident;
  const response = responseView(opened, now);
  const times = effectiveTimes(incident, notes);
  return {
    id: incident.id,
    key: incident.key,
    summary: incident.summary,
    severity: incident.severity ?? null,
    phase: incident.phase,
    incidentManager: incident.incidentManager ?? null,
    created: iso(created),
    times: eachTime((name) => orNull(times[name])),
    notes: eachTime((name) => noteView(incident, notes, name)),
    former: notes.former.slice(-FORMER_SHOWN).toReversed().flatMap(formerView),
    detectedByDefault: detectedByDefault(times, created),
    ...measured(incident, times),
    doubts: doubtsView(incident, notes),
    next:
      nextStep({ incident, head, now, viewer, ...(alerts && { alerts }), ...agreedOn(response) }) ??
      null,
    alerts: alerts ? alertsView(alerts) : null,
    ...lackedBy(incident, notes),
    detection: notes.detection?.source ?? null,
    confirmed: confirmedView(incident, notes),
    cancelled: cancelledView(incident, notes),
    unwritten: opened.unwritten.map(unwrittenView),
    mayEdit: rights.has('edit'),
    updated: orNull(incident.updated),
    viewer,
    response,
    now: iso(now),
  };
}

function alertsView({ count, recovered, listed }: IncidentAlerts): IncidentView['alerts'] {
  return {
    count,
    recovered,
    listed: listed.map(({ alert, name, from, since, recovered: over, link }) => ({
      id: alert,
      name,
      from: from ?? null,
      since: iso(since),
      recovered: orNull(over),
      link: link ?? null,
    })),
  };
}

function agreedOn({ cadenceMinutes, handOverHours }: IncidentView['response']) {
  return {
    cadenceMinutes: cadenceMinutes ?? undefined,
    handOverHours: handOverHours ?? undefined,
  };
}

/** What was declared and waits is told as such, not as something that nobody has said. */
function lackedBy(incident: Incident, notes: Notes): Pick<IncidentView, 'missing' | 'pending'> {
  const pending = incident.phase === 'cancelled' ? [] : stillPending(incident, notes);
  const waiting: readonly string[] = pending.map(({ field }) => field);
  return {
    missing: missingOf(incident, notes).filter((what) => !waiting.includes(what)),
    pending: pending.map(({ field, wanted, why, reason }) => ({ field, wanted, why, reason })),
  };
}

function measured(
  incident: Incident,
  times: ImpactTimes,
): Pick<IncidentView, 'figures' | 'wrongPair' | 'clock'> {
  const clock = runningClock({ ...incident, times });
  const { ttdMinutes = null, ttrMinutes = null } = figuresOf(times);
  return {
    figures: { ttdMinutes, ttrMinutes },
    wrongPair: wrongPair(times) ?? null,
    clock: clock ? { since: iso(clock.since), from: clock.from, until: orNull(clock.until) } : null,
  };
}

function doubtsView(incident: Incident, notes: Notes): IncidentView['doubts'] {
  return findingsOf(incident, notes).flatMap((finding): DoubtView[] => {
    if (finding.kind !== 'suspicious' && finding.kind !== 'impossible') return [];
    const { likely, ...doubt } = finding;
    const meant = likely ? { name: likely.name, moment: iso(likely.moment) } : null;
    return [{ ...doubt, likely: meant }];
  });
}

function noteView(incident: Incident, notes: Notes, name: TimeName): TimeNoteView | null {
  const note = standing(notes.times[name], incident.times[name]);
  if (!note) return null;
  return {
    source: note.source,
    certainty: note.certainty ?? null,
    by: note.by ?? null,
    at: iso(note.at),
    toConfirm: name === 'impactRecovered' && toConfirm(incident, notes),
    held: isRefused(note.held) ? { reason: note.held.reason } : null,
  };
}

function formerView({
  name,
  moment,
  why,
  by,
}: Notes['former'][number]): IncidentView['former'][number][] {
  return moment === null ? [] : [{ name, moment: iso(moment), why, by: by ?? null }];
}

/** A confirmation counts for the level it was given for, and for no other. */
function confirmedView(
  { severity }: Incident,
  { severity: note }: Notes,
): IncidentView['confirmed'] {
  if (!note || note.level !== severity) return null;
  return { by: note.by, at: iso(note.at), effort: note.effort ?? null };
}

function cancelledView({ phase }: Incident, { cancelled }: Notes): IncidentView['cancelled'] {
  if (!cancelled || phase !== 'cancelled') return null;
  return { by: cancelled.by, duplicate: cancelled.duplicate ?? null };
}

function eachTime<Value>(of: (name: TimeName) => Value): { readonly [Name in TimeName]: Value } {
  return Object.fromEntries(TIME_NAMES.map((name) => [name, of(name)])) as {
    [Name in TimeName]: Value;
  };
}

function unwrittenView({ id, what, by, at, saidAt }: Unwritten): UnwrittenView {
  return { id, kind: what.kind, text: wordsOf(what), by: by ?? null, at: at ?? saidAt };
}

function orNull(moment: Instant | undefined): string | null {
  return moment === undefined ? null : iso(moment);
}
