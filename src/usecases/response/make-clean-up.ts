import { type MadeCleanUp } from '../../domain/response/clean-up';
import { IncidentError } from '../../domain/errors';
import { type Incident, type IncidentId, type PersonId } from '../../domain/incident/incident';
import { entryId } from '../../domain/log/what';
import { type Instant } from '../../domain/time';
import { type CleanUps, type CleanUpWish } from '../../ports/response/clean-ups';
import { type IncidentLogs } from '../../ports/log/incident-logs';
import { type Incidents } from '../../ports/incident/incidents';

type Deps = {
  readonly incidents: Pick<Incidents, 'get'>;
  readonly cleanUps: CleanUps;
  readonly logs: Pick<IncidentLogs, 'append'>;
  readonly now: () => Instant;
};

/**
 * Makes an issue for what is left to clean up, links it to the incident, and writes it into the log. Once there is an
 * issue, nothing that follows loses it. May be repeated: the same wish is one issue.
 *
 * @throws {IncidentError} as `Incidents.get` and `CleanUps.make`, and then nothing was made
 */
export async function makeCleanUp(
  { incidents, cleanUps, logs, now }: Deps,
  id: IncidentId,
  { person, wish }: { readonly person: PersonId; readonly wish: CleanUpWish },
): Promise<MadeCleanUp> {
  const incident = await incidents.get(id);
  const key = (await cleanUps.find(wish.id)) ?? (await cleanUps.make(wish, incident));
  const link = await linkTo(cleanUps, key, incident);
  const what = { kind: 'cleanUp', issue: key, text: wish.summary } as const;
  const draft = { id: entryId(wish.id), what, saidAt: now(), by: person };
  const isLogged = await logs
    .append(id, () => [draft])
    .then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof IncidentError)) throw error;
        return false;
      },
    );
  return { key, link, isLogged };
}

async function linkTo(
  cleanUps: CleanUps,
  key: string,
  incident: Incident,
): Promise<MadeCleanUp['link']> {
  try {
    return { linked: (await cleanUps.link(key, incident)) === 'linked', reason: null };
  } catch (error) {
    if (!(error instanceof IncidentError)) throw error;
    return { linked: false, reason: error.details.subject ?? null };
  }
}
