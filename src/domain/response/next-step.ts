import { wrongPair } from '../clocks/clocks';
import { type Incident } from '../incident/incident';
import { isOver } from '../incident/lifecycle';
import { type Next, type Situation } from './next';
import { alertsRecovered, dueOf } from './next-due';
import { effectiveTimes, heldTimes, type Notes, toConfirm } from '../clocks/notes';

/** The one thing that is due now. @returns undefined: nothing that this app asks for. */
export function nextStep(situation: Situation): Next | undefined {
  const { incident, head } = situation;
  const times = effectiveTimes(incident, head.notes);
  if (incident.phase === 'cancelled') return undefined;
  if (wrongPair(times)) return { step: 'correct-times' };
  if (isUnled(incident)) return { step: 'take' };
  const mine = handOverFor(situation);
  if (mine) return mine;
  if (incident.severity === undefined) return { step: 'say-severity' };
  if (incident.phase === 'resolved') return afterwards(situation) ?? held(incident, head.notes);
  return dueOf(situation) ?? held(incident, head.notes);
}

function isUnled({ phase, incidentManager }: Incident): boolean {
  return !isOver(phase) && (phase === 'new' || !incidentManager);
}

function handOverFor({ head: { handOver }, viewer }: Situation): Next | undefined {
  const isMine = handOver?.next.some(({ person }) => person === viewer);
  if (!handOver || !viewer || !isMine || handOver.accepted.includes(viewer)) return undefined;
  return { step: 'accept-hand-over', ...(handOver.by && { person: handOver.by }) };
}

/** What is due once the emergency is over. */
function afterwards(situation: Situation): Next | undefined {
  const { incident, head } = situation;
  const { told, skipped, cleanUps, review } = head;
  const times = effectiveTimes(incident, head.notes);
  if (times.impactStart === undefined) return { step: 'say-start' };
  if (times.impactRecovered === undefined) {
    return alertsRecovered(situation) ?? { step: 'say-recovered' };
  }
  if (toConfirm(incident, head.notes)) return { step: 'confirm-recovered' };
  const wasTold = told.internal.count > 0 && told.internal.final === undefined;
  const isEnded = head.ticks.internalFinal !== undefined || skipped['final-update'];
  if (wasTold && !isEnded) return { step: 'final-update' };
  // What nobody responded to in our surfaces needs no review by them either.
  if (Object.keys(head.people).length === 0) return undefined;
  if (cleanUps.length === 0 && !skipped['clean-up']) return { step: 'clean-up' };
  const isReviewed = review !== undefined && review.at >= (head.reopened ?? 0);
  return isReviewed || skipped.review ? undefined : { step: 'review' };
}

function held(incident: Incident, notes: Notes): Next | undefined {
  return heldTimes(incident, notes).length > 0 ? { step: 'mend-held' } : undefined;
}
