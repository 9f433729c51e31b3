import { IncidentError } from '../../domain/errors';
import { type WhereIncidentsAre } from '../../domain/incident/where';
import { type PortalRulesStore } from '../../ports/portal/portal-rules';
import { type RunningIncident, type RunningIncidents } from '../../ports/portal/running-incidents';
import { type SettingsStore } from '../../ports/settings/settings';
import { type SetUpStore } from '../../ports/set-up/set-up-store';
import { sayWhereIncidentsAre } from '../incident/say-where-incidents-are';

/** A person at the form of a request type. */
export type Visitor = {
  readonly requestTypeId: string;
  /** Not of the portals alone: may see in Jira what their permissions say there. */
  readonly mayBeInJira: boolean;
};

/**
 * `where`: they search by themselves. `running`: what anybody may know, for whoever cannot. Neither: they are shown the
 * help alone.
 * `statusPage`: where everybody looks what is going on.
 */
export type ToldAtPortal = {
  readonly statusPage?: string;
  readonly where?: WhereIncidentsAre;
  readonly running?: readonly RunningIncident[];
};

/**
 * What to tell somebody who is about to raise an incident in the portal.
 *
 * @returns undefined for the form of anything but incidents
 * @throws {IncidentError} `not-set-up`, `unavailable`
 */
export async function tellAtPortal(
  deps: Parameters<typeof sayWhereIncidentsAre>[0] & {
    setUpStore: Pick<SetUpStore, 'get'>;
    portalRules: Pick<PortalRulesStore, 'get'>;
    settings: Pick<SettingsStore, 'get'>;
    runningIncidents: RunningIncidents;
  },
  { requestTypeId, mayBeInJira }: Visitor,
): Promise<ToldAtPortal | undefined> {
  const record = await deps.setUpStore.get();
  if (record?.found.requestTypeId !== requestTypeId) return undefined;
  const [where, { settings }] = await Promise.all([
    mayBeInJira ? whereFor(deps) : undefined,
    deps.settings.get(),
  ]);
  const { statusPage } = settings.response ?? {};
  const told = statusPage === undefined ? {} : { statusPage };
  if (where) return { ...told, where };
  const { showsRunning } = await deps.portalRules.get();
  return showsRunning ? { ...told, running: await deps.runningIncidents.all() } : told;
}

/** Undefined as well where Jira cannot be asked for this visitor. */
async function whereFor(
  deps: Parameters<typeof sayWhereIncidentsAre>[0],
): Promise<WhereIncidentsAre | undefined> {
  try {
    return await sayWhereIncidentsAre(deps);
  } catch (error) {
    if (error instanceof IncidentError && error.code === 'forbidden') return undefined;
    throw error;
  }
}
