import { type Incident } from './incident';
import { canonical } from './log/entry';
import { type Head } from './log/head';
import { iso } from './time';

/**
 * What lists, boards and filters read of an incident: an issue property, indexed for JQL. Any editor of the issue can
 * write it, so it is a copy and decides nothing. Moments are ISO 8601, because JQL reads them.
 */
export type Listed = {
  readonly phase: string;
  /** 1 to 3; absent: not said. */
  readonly severity?: number;
  /** Since when the incident manager leads; absent: nobody does. */
  readonly ledSince?: string;
  /** When the next update is promised for; absent: none is. */
  readonly nextUpdateDue?: string;
  /** When words last went out, to whichever side. */
  readonly lastUpdate?: string;
};

/** What lists should be told of it. */
export function listedOf(
  { phase, severity, incidentManager }: Incident,
  { leader, promises, told }: Head,
): Listed {
  const leads = leader && leader.person === incidentManager?.id ? leader.since : undefined;
  const due = phase === 'cancelled' ? undefined : promises.open?.due;
  const last = [told.internal.last?.at, told.external.last?.at].filter((at) => at !== undefined);
  const lastUpdate = last.toSorted((a, b) => b - a)[0];
  return {
    phase,
    ...(severity !== undefined && { severity }),
    ...(leads !== undefined && { ledSince: iso(leads) }),
    ...(due !== undefined && { nextUpdateDue: iso(due) }),
    ...(lastUpdate !== undefined && { lastUpdate: iso(lastUpdate) }),
  };
}

/** They are told what is so. */
export function isListed(incident: Incident, head: Head): boolean {
  return canonical(incident.listed ?? null) === canonical(listedOf(incident, head));
}
