import { IncidentError } from '../../domain/errors';
import { type IncidentId, type PersonId } from '../../domain/incident/incident';
import { type Severity } from '../../domain/incident/severity';
import { type Instant } from '../../domain/time';
import { type Effort, type SeverityNote } from '../../domain/clocks/notes';
import { type Histories } from '../../ports/incident/histories';
import { type Incidents } from '../../ports/incident/incidents';
import { type IncidentNotes } from '../../ports/clocks/notes';

type Deps = {
  readonly incidents: Incidents;
  readonly histories: Histories;
  readonly incidentNotes: IncidentNotes;
  readonly now: () => Instant;
};

/** What a person says of the severity. */
type SaidSeverity = {
  readonly person: PersonId;
  readonly severity: Severity;
  /** The level that they saw when they pressed; null: none. */
  readonly from: Severity | null;
  readonly effort?: Effort;
};

/**
 * Confirms the severity, or changes it, in one action. May be repeated.
 *
 * @throws {IncidentError} `severity-changed` when it is neither what the person saw nor what they want: nothing is
 *   overwritten; `details.subject` is who changed it and to what (`Ines Brandt>2`, `>` for what nobody knows);
 *   `refused` with Jira's reason; and as `Incidents.get`
 */
export async function confirmSeverity(
  { incidents, histories, incidentNotes, now }: Deps,
  id: IncidentId,
  { person, severity, from, effort }: SaidSeverity,
): Promise<void> {
  const incident = await incidents.get(id);
  if (incident.severity !== severity) {
    if (incident.severity !== (from ?? undefined)) {
      const subject = `${await lastAuthor(histories, id)}>${incident.severity ?? ''}`;
      throw new IncidentError('severity-changed', 'Somebody changed it meanwhile', { subject });
    }
    await incidents.setSeverity(incident, severity);
  }
  const note: SeverityNote = { level: severity, effort, by: person, at: now() };
  await incidentNotes.change(id, (notes) => ({ ...notes, severity: note }));
}

async function lastAuthor(histories: Histories, id: IncidentId): Promise<string> {
  const history = (await histories.of([id])).get(id) ?? [];
  return history.findLast((change) => change.severity)?.by?.name ?? '';
}
