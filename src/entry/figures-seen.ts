import { type FiguresDefinition } from '../contract';
import { IncidentError } from '../domain/errors';
import { type PersonId } from '../domain/incident';
import { DEFINITION_VERSION } from '../domain/metrics/row';
import { type Instant } from '../domain/time';
import { type SiteMap } from '../ports/site-map';
import { lookAtFigures, type SeenRows } from '../usecases/look-at-figures';
import { type ForMetrics } from '../wiring-metrics';
import { type FiguresAsked } from './figures-input';

/** The rows that somebody may see, at this moment. */
export type Seen = Extract<SeenRows, { state: 'ready' }> & { readonly now: Instant };

/** @throws {IncidentError} as `lookAtFigures`; `not-found` for a project that is not the incidents' */
export async function seenRows(
  wiring: ForMetrics,
  person: PersonId,
  { project, jql }: FiguresAsked['scope'],
): Promise<Seen | Exclude<SeenRows, { state: 'ready' }>> {
  const map = await wiring.siteMaps.get();
  const seen = await lookAtFigures(wiring, { person, jql });
  if (seen.state !== 'ready') return seen;
  const isOurs = project === null || project === map.projectId || project === seen.projectKey;
  if (!isOurs) {
    throw new IncidentError('not-found', 'Not the project of the incidents', { subject: project });
  }
  return { ...seen, now: wiring.now() };
}

/** What the figures are made of, by the fields of this site. */
export function definitionOf({ fields }: SiteMap): FiguresDefinition {
  const { impactStart, impactDetected, impactRecovered } = fields;
  return {
    version: DEFINITION_VERSION,
    ttd: { from: 'impactStart', to: 'impactDetected' },
    ttr: { from: 'impactStart', to: 'impactRecovered' },
    cohort: 'impactStart',
    fields: { impactStart, impactDetected, impactRecovered },
  };
}
