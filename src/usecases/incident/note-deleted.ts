import { IncidentError } from '../../domain/errors';
import { type IncidentId } from '../../domain/incident/incident';
import { type Incidents } from '../../ports/incident/incidents';
import { type LogKeeping } from '../../ports/log/log-keeping';
import { type SettingAside } from './set-aside';

type Deps = SettingAside & {
  readonly incidents: Pick<Incidents, 'get'>;
  readonly logKeeping: Pick<LogKeeping, 'expire'>;
};

/**
 * Somebody said that an incident was deleted, and Jira has it no more: figures, findings and the list of those set
 * aside forget it, and its log goes thirty days later. Jira's answer alone deletes nothing: it is the same where a
 * security level leaves out the app. May be repeated.
 *
 * @returns whether it is gone
 * @throws {IncidentError} `unavailable`
 */
export async function noteDeleted(deps: Deps, id: IncidentId): Promise<boolean> {
  if (!(await isNotFound(deps.incidents, id))) return false;
  // First of all: from now on nobody takes it for hidden.
  await deps.logKeeping.expire(id, deps.now());
  await deps.figureRows.forget([id]);
  await deps.findings.forget(id);
  await deps.unreadIncidents.forget([id]);
  return true;
}

/** This identity is told that there is no such issue. @throws {IncidentError} `unavailable` */
export async function isNotFound(
  incidents: Pick<Incidents, 'get'>,
  id: IncidentId,
): Promise<boolean> {
  try {
    await incidents.get(id);
    return false;
  } catch (error) {
    if (!(error instanceof IncidentError) || error.code === 'unavailable') throw error;
    return error.code === 'not-found';
  }
}
