import { ROOMS, type Incident } from '../incident/incident';
import { type Head } from '../log/head';
import { missingOf } from '../incident/missing';
import { type Instant, instantAt } from '../time';

/** The steps of the handbook, in its order. */
const STEPS = [
  'detect',
  'open',
  'assess',
  'tell',
  'escalate',
  'delegate',
  'follow',
  'resolve',
] as const;
type Step = (typeof STEPS)[number];

/** How far a step is. */
export type StepRow = {
  readonly step: Step;
  /** So many of its parts are done. */
  readonly done: number;
  readonly of: number;
  /** When the last of its parts was done; absent: not yet, or nobody knows. */
  readonly at?: Instant;
  /** Of `follow`: when the next update is due. */
  readonly due?: Instant;
};

type Part = boolean | Instant | undefined;

/** The questions of the assessment that are answered in words; the other two follow from the issue. */
const ASSESSED = ['impact', 'seen', 'affected', 'factors'] as const;

/**
 * The handbook's steps with how far each is, told from issue and log. A part is a moment where one is known, else yes
 * or no. `tickets`: how many support tickets carry the incident; absent: nobody has counted.
 */
export function stepsOf(incident: Incident, head: Head, tickets?: number): readonly StepRow[] {
  return STEPS.map((step) => {
    const parts = partsOf(step, { incident, head, tickets });
    const done = parts.filter((part) => part !== undefined && part !== false);
    const moments = done.filter((part) => typeof part === 'number');
    const isDone = done.length === parts.length && moments.length > 0;
    return {
      step,
      done: done.length,
      of: parts.length,
      ...(isDone && { at: instantAt(Math.max(...moments)) }),
      ...(step === 'follow' && head.promises.open && { due: head.promises.open.due }),
    };
  });
}

type Known = {
  readonly incident: Incident;
  readonly head: Head;
  readonly tickets: number | undefined;
};

function partsOf(step: Step, { incident, head, tickets }: Known): readonly Part[] {
  const { told, answers, roles, people, taken, promises } = head;
  switch (step) {
    case 'detect': {
      const missing = missingOf(incident, head.notes).filter((what) => what !== 'impactStart');
      return [incident.created, missing.length === 0];
    }
    case 'open':
      return [
        isTaken(incident, taken),
        ...ROOMS.map((room) => incident.rooms?.[room] !== undefined),
      ];
    case 'assess':
      return [
        ...ASSESSED.map((question) => answers[question]?.at),
        incident.times.impactStart !== undefined,
        tickets !== undefined && tickets > 0,
      ];
    case 'tell':
      return [told.internal.first, told.external.first ?? head.ticks.externalFirst?.at];
    case 'escalate':
      return [secondArrival(people)];
    case 'delegate':
      return [
        isTaken(incident, taken),
        firstOf(roles, ['techLead']),
        firstOf(roles, [
          'communicationsManager',
          'internalCommunications',
          'externalCommunications',
        ]),
      ];
    case 'follow':
      return [told.internal.count > 1 ? told.internal.last?.at : undefined, promises.open?.at];
    case 'resolve':
      return [incident.phase === 'resolved' ? (incident.statusSince ?? true) : undefined];
  }
}

function isTaken({ phase, incidentManager }: Incident, taken: Instant | undefined): Part {
  if (phase === 'new' || (!incidentManager && phase === 'fixing')) return undefined;
  return taken ?? true;
}

function secondArrival(people: Head['people']): Part {
  const joined = Object.values(people).flatMap((one) => (one ? [one.joined] : []));
  return joined.toSorted((a, b) => a - b)[1];
}

function firstOf(roles: Head['roles'], ids: readonly string[]): Part {
  const given = roles.flatMap(({ id, first }) => (first && ids.includes(id) ? [first] : []));
  return given.length > 0 ? instantAt(Math.min(...given)) : undefined;
}
