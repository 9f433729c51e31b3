import { quietBefore } from '../../domain/figures/bounds';
import { DEFINITION_VERSION } from '../../domain/figures/row';
import { type Instant } from '../../domain/time';
import { type FigureRows } from '../../ports/figures/figure-rows';
import { type SeenIncidents } from '../../ports/figures/seen-incidents';
import { type UnreadIncidents } from '../../ports/incident/unread-incidents';
import { orderRebuild, type Ordering, pushRebuildOn } from './order-rebuild';

type Deps = Ordering & {
  readonly figureRows: FigureRows;
  /** Jira counts them, and the store has none of them. */
  readonly unreadIncidents: Pick<UnreadIncidents, 'count'>;
  /** As the app, which sees all. */
  readonly allIncidents: Pick<SeenIncidents, 'count'>;
};

/**
 * Every hour: does the store of figures have as many incidents as Jira? Then it is complete up to now; else it is made
 * anew. One call. May be repeated.
 *
 * @param from when the look at what was changed lately began: what was raised before is in the store
 * @returns whether it was complete
 * @throws {IncidentError} as `SeenIncidents.count`, `FigureRows` and `orderRebuild`
 */
export async function checkFigures(deps: Deps, from: Instant): Promise<boolean> {
  await pushRebuildOn(deps);
  const stored = await deps.figureRows.all();
  const sorted = (stored?.rows ?? []).toSorted((a, b) => a.created - b.created);
  const until = quietBefore(sorted, from);
  const own = sorted.filter(({ created }) => created <= until).length;
  const aside = await deps.unreadIncidents.count(until);
  const isRight = !stored || stored.state.version === DEFINITION_VERSION;
  if (isRight && (await deps.allIncidents.count({ until })) === own + aside) {
    await deps.figureRows.complete(from);
    return true;
  }
  await orderRebuild(deps);
  return false;
}
