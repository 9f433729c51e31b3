import { type Instant } from '../../domain/time';
import { type Sights } from '../../ports/figures/sights';

type Forgetting = { readonly sights: Pick<Sights, 'forget'>; readonly now: () => Instant };

/**
 * Fields of an issue by which Jira may decide who sees it: its level and its project; who reported it and whom it is
 * assigned to, because levels and permissions are given to "the reporter" and "the assignee" too.
 */
const DECIDING = ['security', 'project', 'reporter', 'assignee'];

/**
 * An incident was changed. Where others may see it than before, what the app remembers of who sees what goes: pictures
 * ask Jira again.
 *
 * @param changed ids of the fields; undefined: nobody says which
 * @throws {IncidentError} `unavailable`
 */
export async function forgetSights(
  { sights, now }: Forgetting,
  changed: readonly string[] | undefined,
): Promise<void> {
  if (!changed || changed.some((id) => DECIDING.includes(id))) await sights.forget(now());
}
