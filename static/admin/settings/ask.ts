import { makeInvoke } from '@forge/bridge';
import { type AdminContract } from '../../../src/admin-contract';
import { type Reply } from '../../../src/contract';
import { type Failure } from '../../kit/incident';

/** The back end of the administration. */
export const invoke = makeInvoke<AdminContract>();

/** An answer, or why there is none, a call that never came back included. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

export async function answerOf<Value>(call: Promise<Reply<Value>>): Promise<Answer<Value>> {
  const reply = await call.catch(() => NEVER_CAME_BACK);
  if (reply.ok) return reply;
  const { code, subject } = reply;
  return { ok: false, failure: { code, subject, of: 'change' } };
}

const NEVER_CAME_BACK = { ok: false, code: 'unexpected', subject: null } as const;
