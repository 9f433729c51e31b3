import { type Figures, type ImpactTimes } from '../clocks/clocks';
import { type Phase } from './lifecycle';
import { type Severity } from './severity';
import { type Instant } from '../time';

/** Jira's id of the issue. It never changes; keys do, when an issue moves. */
export type IncidentId = string & { readonly __brand: 'IncidentId' };

/** Atlassian account id of a person. Names are looked up when shown, never stored. */
export type PersonId = string & { readonly __brand: 'PersonId' };

/** Names a text that is known to be the id of an issue. */
export function incidentId(text: string): IncidentId {
  return text as IncidentId;
}

/** Names a text that is known to be the id of an account. */
export function personId(text: string): PersonId {
  return text as PersonId;
}

/** A person as an issue shows them. */
export type Person = { readonly id: PersonId; readonly name: string };

/** A choice of a field: its id never changes, its name may. */
export type Choice = { readonly id: string; readonly name: string };

/** The chat channel, the video call and the incident state document of an incident. */
export const ROOMS = ['chatChannel', 'videoCall', 'stateDocument'] as const;
export type RoomName = (typeof ROOMS)[number];

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

/** An incident as Jira holds it. What is absent has not been said. */
export type Incident = {
  readonly id: IncidentId;
  readonly key: string;
  readonly summary: string;
  readonly severity?: Severity;
  readonly phase: Phase;
  /** Where the fault is. null: not said; absent: this site does without the field. */
  readonly faultyService?: Choice | null;
  /** Where customers feel it. Absent: this site does without the field. */
  readonly affectedProducts?: readonly Choice[];
  /** Where people meet and what they write into: addresses. Absent: not there yet, or this site does without. */
  readonly rooms?: { readonly [Room in RoomName]?: string };
  /** An exercise. Absent: it is none, or this site does without the field. */
  readonly isDrill?: true;
  /** Leads the response: always the assignee of the issue. */
  readonly incidentManager?: Person;
  readonly created: Instant;
  /** When its status last went to another kind of status (to do, in progress, done); absent: Jira does not say. */
  readonly statusSince?: Instant;
  /** When Jira last changed anything of it. Absent: it was not asked. */
  readonly updated?: Instant;
  /** What lists are told of it now, right or not. Absent: nothing, or it was not asked. */
  readonly listed?: Listed;
  readonly times: ImpactTimes;
  /** What the derived fields hold now, right or not. */
  readonly figures: Figures;
};
