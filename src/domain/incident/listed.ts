import { type Incident, type Listed } from './incident';
import { canonical } from '../log/entry';
import { type Head } from '../log/head';
import { iso } from '../time';

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
