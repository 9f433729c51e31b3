import { type DetectionSource } from '../../domain/declaring/declaration';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentNotes } from '../../ports/clocks/notes';

type Deps = {
  readonly incidents: Incidents;
  readonly incidentNotes: IncidentNotes;
  readonly now: () => Instant;
};

/**
 * A person says how the incident was noticed; `null` takes back what was said. May be repeated.
 *
 * @throws {IncidentError} as `Incidents.get` and `IncidentNotes.change`
 */
export async function sayDetection(
  { incidents, incidentNotes, now }: Deps,
  id: IncidentId,
  { person, source }: { readonly person: PersonId; readonly source: DetectionSource | null },
): Promise<void> {
  await incidents.get(id); // else notes would be made of an issue that is no incident
  const at = now();
  await incidentNotes.change(id, ({ detection, ...notes }) => {
    if (source === null) return notes;
    return {
      ...notes,
      detection: detection?.source === source ? detection : { source, by: person, at },
    };
  });
}
