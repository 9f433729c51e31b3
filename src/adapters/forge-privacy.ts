import { privacy } from '@forge/api';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { iso } from '../domain/time';
import { type PrivacyReports } from '../ports/accounts';

/**
 * Atlassian's personal data reporting: https://developer.atlassian.com/platform/forge/user-privacy-guidelines/.
 * `updated` asks for fresh names and addresses; we keep neither.
 */
export function forgePrivacy(): PrivacyReports {
  return {
    async report(ids, at) {
      const accounts = ids.map((accountId) => ({ accountId, updatedAt: iso(at) }));
      const told = await privacy.reportPersonalData(accounts).catch(inOurWords);
      return told
        .filter(({ status }) => status === 'closed')
        .map(({ accountId }) => accountId as PersonId);
    },
  };
}

/** Forge's helper throws the answer itself. */
function inOurWords(answer: unknown): never {
  if (!(typeof answer === 'object' && answer !== null && 'status' in answer)) throw answer;
  const headers = 'headers' in answer && answer.headers instanceof Headers ? answer.headers : null;
  const seconds = Number(headers?.get('Retry-After') ?? Number.NaN);
  throw new IncidentError('unavailable', `Atlassian answered ${String(answer.status)}`, {
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
  });
}
