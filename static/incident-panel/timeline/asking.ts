import { type IncidentContract, type LogCheckView, type TimelineView } from '../../../src/contract';
import { type Told } from '../../kit/page/failure';
import { invokerOf } from '../../kit/jira/invoke';

const invoke = invokerOf<IncidentContract>();

/** A stretch of the timeline, or why there is none. */
export function askForTimeline(before: number | null): Promise<TimelineView | Told> {
  return invoke('getTimeline', { before })
    .then((reply) => (reply.ok ? reply.value : reply))
    .catch(neverCameBack);
}

/** Whether the chain of the whole log is right. */
export function askToCheck(): Promise<LogCheckView | Told> {
  return invoke('checkLog')
    .then((reply) => (reply.ok ? reply.value : reply))
    .catch(neverCameBack);
}

function neverCameBack(): Told {
  return { code: 'unexpected', subject: null };
}
