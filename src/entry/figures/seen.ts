import { type FiguresDefinition } from '../../contract';
import { IncidentError } from '../../domain/errors';
import { type PersonId } from '../../domain/incident/incident';
import { DEFINITION_VERSION, type Row } from '../../domain/figures/row';
import { type Instant } from '../../domain/time';
import { type SiteMap } from '../../ports/set-up/site-map';
import { lookAtFigures, type SeenRows } from '../../usecases/figures/look-at-figures';
import { type ForFigures } from '../../wiring/figures';
import { type FiguresAsked } from './input';

/** The rows that somebody may see, at this moment. */
export type Seen = Omit<Extract<SeenRows, { state: 'ready' }>, 'hidden'> & {
  readonly now: Instant;
  /** Those that they may not see and that sums count all the same; undefined: sums do not count any. */
  readonly alsoCounted?: readonly Row[];
};

/** @throws {IncidentError} as `lookAtFigures`; `not-found` for a project that is not the incidents' */
export async function seenRows(
  wiring: ForFigures,
  person: PersonId,
  { project, jql }: FiguresAsked['scope'],
): Promise<Seen | Exclude<SeenRows, { state: 'ready' }>> {
  const [map, { settings }, seen] = await Promise.all([
    wiring.siteMaps.get(),
    wiring.settings.get(),
    lookAtFigures(wiring, { person, jql }),
  ]);
  if (seen.state !== 'ready') return seen;
  const isOurs = project === null || project === map.projectId || project === seen.projectKey;
  if (!isOurs) {
    throw new IncidentError('not-found', 'Not the project of the incidents', { subject: project });
  }
  const { hidden, ...about } = seen;
  const withHidden = jql === null && settings.response?.countPrivate === 'yes';
  return { ...about, now: wiring.now(), ...(withHidden && { alsoCounted: hidden }) };
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
