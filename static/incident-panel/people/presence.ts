import { type IncidentView } from '../../../src/contract';
import { here, holds, type RoleRow, roleRows } from './roles';

const HOUR_MS = 3_600_000;
/** Somebody who is awake for so long should sleep. */
const AWAKE_HOURS = 16;

/** Somebody who is here, at one moment. Spans in milliseconds. */
export type Presence = {
  readonly person: string;
  readonly roles: readonly RoleRow[];
  readonly leads: boolean;
  readonly joined: number;
  readonly inMs: number;
  /** Absent: they have not said. */
  readonly awake?: { readonly since: number; readonly ms: number };
  readonly zone?: string;
  /** Why they should be relieved. */
  readonly relief?: 'hours' | 'awake';
};

/** Who is here and how they are doing, the longest first. @param now epoch milliseconds */
export function presences(incident: IncidentView, now: number): readonly Presence[] {
  const { handOverHours } = incident.response;
  const rows = roleRows(incident);
  return here(incident).map(({ person, joined, awakeSince, zone }) => {
    const inMs = Math.max(0, now - joined);
    const awakeMs = awakeSince === undefined ? 0 : Math.max(0, now - awakeSince);
    const relief = reliefFor({ inMs, awakeMs }, handOverHours);
    return {
      person,
      joined,
      inMs,
      roles: rows.filter((row) => holds(person, row)),
      leads: incident.incidentManager?.id === person,
      ...(awakeSince !== undefined && { awake: { since: awakeSince, ms: awakeMs } }),
      ...(zone && { zone }),
      ...(relief && { relief }),
    };
  });
}

function reliefFor(
  { inMs, awakeMs }: { readonly inMs: number; readonly awakeMs: number },
  hours: number | null,
): Presence['relief'] {
  if (hours !== null && inMs >= hours * HOUR_MS) return 'hours';
  return awakeMs >= AWAKE_HOURS * HOUR_MS ? 'awake' : undefined;
}

/** What a clock shows where they are; undefined for a zone that this browser does not know. */
export function localTime(zone: string, locale: string, now: number): string | undefined {
  try {
    const format = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
    return new Intl.DateTimeFormat(locale, format).format(now);
  } catch {
    return undefined; // no such zone: a clock that is wrong would be worse than none
  }
}
