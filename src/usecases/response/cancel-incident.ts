import { IncidentError } from '../../domain/errors';
import {
  type Incident,
  type IncidentId,
  incidentId,
  type PersonId,
} from '../../domain/incident/incident';
import { type Instant } from '../../domain/time';
import { type CancelNote } from '../../domain/clocks/notes';
import { type Duplicates } from '../../ports/incident/duplicates';
import { type Incidents } from '../../ports/incident/incidents';
import { type Jobs } from '../../ports/jobs';
import { type IncidentNotes } from '../../ports/clocks/notes';

type Deps = {
  readonly incidents: Incidents;
  readonly duplicates: Duplicates;
  readonly incidentNotes: IncidentNotes;
  readonly jobs: Jobs;
  readonly now: () => Instant;
};

/**
 * No incident after all, or another one's duplicate: linked to that one, then moved to Cancelled. A link that cannot
 * be made holds nothing up; the notes say why there is none. Where it cannot be moved, a link that was made for it goes
 * again. May be repeated.
 *
 * @param said.duplicateOf key or id of the other one; null: it was no incident.
 * @throws {IncidentError} `duplicate-not-found` and `duplicate-cancelled` before anything is done; `refused` with Jira's
 *   reason when it cannot be moved, `link-left` when its link could not be taken away then; and as `Incidents.get`
 */
export async function cancelIncident(
  { incidents, duplicates, incidentNotes, jobs, now }: Deps,
  id: IncidentId,
  { person, duplicateOf }: { readonly person: PersonId; readonly duplicateOf: string | null },
): Promise<void> {
  const incident = await incidents.get(id);
  const original = duplicateOf === null ? undefined : await findOther(incidents, duplicateOf, id);
  const made = original && (await link(duplicates, incident, original));
  try {
    await incidents.moveTo(incident, 'cancelled');
  } catch (error) {
    if (original && made?.isNew) await takeBack(duplicates, { incident, original, error });
    throw error;
  }
  const cancelled: CancelNote = { by: person, at: now(), duplicate: made?.note };
  await incidentNotes.change(id, (notes) => ({ ...notes, cancelled }));
  await jobs.handOver({ kind: 'look-after', incident: id });
}

/** Only where Jira said no: what may have been moved, and was not heard of, keeps its link. */
async function takeBack(
  duplicates: Duplicates,
  {
    incident,
    original,
    error,
  }: { readonly incident: Incident; readonly original: Incident; readonly error: unknown },
): Promise<void> {
  if (!(error instanceof IncidentError) || error.code === 'unavailable') return;
  try {
    await duplicates.unlink(incident, original.id);
  } catch (cause) {
    const { subject } = error.details;
    throw new IncidentError('link-left', 'Not moved, and its link is left', { subject, cause });
  }
}

async function findOther(incidents: Incidents, key: string, not: IncidentId): Promise<Incident> {
  // Jira takes keys where it takes ids; it answers with the id.
  const original = await incidents.get(incidentId(key)).catch((error: unknown) => {
    const unseen = ['not-found', 'forbidden', 'not-an-incident', 'not-set-up'];
    if (error instanceof IncidentError && unseen.includes(error.code)) return undefined;
    throw error;
  });
  if (!original || original.id === not) {
    throw new IncidentError('duplicate-not-found', 'No other incident has this key', {
      subject: key,
    });
  }
  // Two that are each other's duplicates would both be over, and nobody at work on either.
  if (original.phase === 'cancelled')
    throw new IncidentError('duplicate-cancelled', 'It is cancelled itself', { subject: key });
  return original;
}

type Made = {
  readonly note: NonNullable<CancelNote['duplicate']>;
  /** The link was not there before. */
  readonly isNew: boolean;
};

async function link(duplicates: Duplicates, incident: Incident, original: Incident): Promise<Made> {
  try {
    const became = await duplicates.link(incident, original);
    const linked = became !== 'no-link-type';
    const isNew = became === 'linked';
    return { note: { linked, reason: null, ...(isNew && { of: original.id }) }, isNew };
  } catch (error) {
    const refused =
      error instanceof IncidentError && ['refused', 'forbidden', 'not-found'].includes(error.code);
    if (!refused) throw error;
    const reason = error.details.subject ?? error.message;
    return { note: { linked: false, reason }, isNew: false };
  }
}
