import { type Doubt } from '../../domain/clocks/doubt';
import { saidRight } from '../../domain/clocks/doubts';
import { effectiveTimes } from '../../domain/clocks/notes';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';
import { type IncidentNotes } from '../../ports/clocks/notes';
import { type Incidents } from '../../ports/incident/incidents';

type Deps = {
  readonly incidents: Incidents;
  readonly incidentNotes: IncidentNotes;
  readonly now: () => Instant;
};

/**
 * A person says that times which look doubtful are right as they are. It holds until one of them is changed. May be
 * repeated.
 *
 * @throws {IncidentError} as `Incidents.get` and `IncidentNotes.change`
 */
export async function sayRight(
  { incidents, incidentNotes, now }: Deps,
  id: IncidentId,
  { person, about }: { readonly person: PersonId; readonly about: Doubt },
): Promise<void> {
  const incident = await incidents.get(id);
  const at = now();
  await incidentNotes.change(id, (notes) => {
    const said = saidRight(about, effectiveTimes(incident, notes), { by: person, at });
    const others = (notes.right ?? []).filter((one) => one.about !== about);
    return { ...notes, right: [...others, said] };
  });
}
