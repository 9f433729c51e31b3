import { privacy } from '@forge/api';
import { type PersonId } from '../../domain/incident/incident';
import { iso } from '../../domain/time';
import { type PrivacyReports } from '../../ports/accounts';
import { failed, PATIENT_MS, within } from '../http';
import { retryAfterMs } from '../http-answer';

/**
 * Atlassian's personal data reporting: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/.
 * `updated` asks for fresh names and addresses; we keep neither.
 */
export function forgePrivacy(): PrivacyReports {
  return {
    async report(ids, at) {
      const accounts = ids.map((accountId) => ({ accountId, updatedAt: iso(at) }));
      const told = await within(PATIENT_MS, () => privacy.reportPersonalData(accounts)).catch(
        inOurWords,
      );
      return told
        .filter(({ status }) => status === 'closed')
        .map(({ accountId }) => accountId as PersonId);
    },
  };
}

/** Forge's helper throws the answer itself. The same report may be made twice. */
function inOurWords(answer: unknown): never {
  if (answer instanceof Error) throw failed('retry', `Atlassian gave no answer: ${answer.message}`);
  if (!(typeof answer === 'object' && answer !== null && 'status' in answer)) throw answer;
  const headers = 'headers' in answer && answer.headers instanceof Headers ? answer.headers : null;
  throw failed('retry', `Atlassian answered ${String(answer.status)}`, {
    retryAfterMs: headers ? retryAfterMs(headers) : undefined,
  });
}
