import { type IncidentContract } from '../../../src/contract';
import { tellOfChange } from '../../kit/jira/changes';
import { invokerOf } from '../../kit/jira/invoke';

const invoke = invokerOf<IncidentContract>();

export type CleanUpInput = Parameters<IncidentContract['makeCleanUp']>[0];
export type ReviewInput = Parameters<IncidentContract['startReview']>[0];

export async function makeCleanUp(input: CleanUpInput) {
  return told(await invoke('makeCleanUp', input).catch(neverCameBack));
}

export async function startReview(input: ReviewInput) {
  return told(await invoke('startReview', input).catch(neverCameBack));
}

/** Our other frame on this issue reads it again. */
async function told<Answer extends { readonly ok: boolean }>(answer: Answer): Promise<Answer> {
  if (answer.ok) await tellOfChange();
  return answer;
}

function neverCameBack() {
  return { ok: false, code: 'unexpected', subject: null } as const;
}
