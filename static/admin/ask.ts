import { type AdminContract } from '../../src/contract/admin';
import { type Told } from '../kit/page/failure';
import { invokerOf } from '../kit/jira/invoke';

const invoke = invokerOf<AdminContract>();
type Name = keyof AdminContract;
type Answer<Call extends Name> = ReturnType<AdminContract[Call]> | ({ readonly ok: false } & Told);

/**
 * One call to the back end. A call that never came back, for a fault of the program or the network, is told like any
 * other failure: nobody can say what was done.
 */
export async function ask<Call extends Name>(
  call: Call,
  ...input: Parameters<AdminContract[Call]>
): Promise<Answer<Call>> {
  try {
    return await invoke(call, ...input);
  } catch {
    return { ok: false, code: 'unexpected', subject: null };
  }
}
