import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import {
  type Incident,
  type IncidentId,
  type PersonId,
} from '../../../src/domain/incident/incident';
import { entryId, roleId } from '../../../src/domain/log/what';
import { cancelIncident } from '../../../src/usecases/response/cancel-incident';
import { undoCancel } from '../../../src/usecases/response/undo-cancel';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { FakeJobs } from '../../fakes/jobs';
import { anIncident, at, DANA, INES } from '../../fixtures/incidents';
import { PATHS } from '../../support/texts';

/** Cancelled and taken back; nobody's duplicate in a circle. */
const ID = '10042' as IncidentId;
const OTHER = '10043' as IncidentId;

function world(other: Partial<Incident> = {}) {
  const incidents = new FakeIncidents(
    [
      anIncident({ id: ID, phase: 'fixing', incidentManager: DANA }),
      anIncident({ id: OTHER, key: 'HOT-43', ...other }),
    ],
    [DANA, INES],
  );
  const logs = new FakeIncidentLogs();
  const notes = new FakeIncidentNotes();
  const links = new Set<string>();
  const told: (readonly PersonId[])[] = [];
  const deps = {
    incidents,
    incidentNotes: notes,
    histories: new FakeHistories(),
    figureFields: incidents,
    findings: new FakeFindings(),
    raising: { fill: () => Promise.resolve([]) },
    duplicates: {
      link: (_: Incident, { id }: Incident) => {
        const isThere = links.has(id);
        links.add(id);
        return Promise.resolve(isThere ? ('was-linked' as const) : ('linked' as const));
      },
      unlink: (_: Incident, id: IncidentId) => Promise.resolve(void links.delete(id)),
    },
    logs,
    jobs: new FakeJobs(),
    notices: {
      tell: (_: IncidentId, people: readonly PersonId[]) => Promise.resolve(void told.push(people)),
    },
    words: { of: () => Promise.resolve(PATHS) },
    now: () => at('11:00'),
  };
  return {
    ...deps,
    links,
    told,
    notes: () => notes.get(ID),
    phase: async () => (await incidents.get(ID)).phase,
    cancel: (duplicateOf: IncidentId | null = OTHER) =>
      cancelIncident(deps, ID, { person: INES.id, duplicateOf }),
    undo: (person = INES.id) => undoCancel(deps, ID, { person, language: 'en-US' }),
    refuseMoves: (code: ErrorCode) => {
      incidents.moveTo = () => Promise.reject(new IncidentError(code, 'No.', { subject: 'No.' }));
    },
  };
}

describe('cancelling', () => {
  test('as a duplicate of one that is cancelled is refused before anything is done', async () => {
    const site = world({ phase: 'cancelled' });
    await expect(site.cancel()).rejects.toMatchObject({ code: 'duplicate-cancelled' });
    expect([await site.phase(), site.links.size]).toEqual(['fixing', 0]);
  });

  test('that Jira refuses leaves no link', async () => {
    const site = world();
    site.refuseMoves('refused');
    await expect(site.cancel()).rejects.toMatchObject({ code: 'refused' });
    expect(site.links.size).toBe(0);
  });

  test('that Jira refuses leaves the link that was there before', async () => {
    const site = world();
    site.links.add(OTHER);
    site.refuseMoves('refused');
    await expect(site.cancel()).rejects.toMatchObject({ code: 'refused' });
    expect([...site.links]).toEqual([OTHER]);
  });

  test('of which nobody heard how it ended keeps its link: it may be done', async () => {
    const site = world();
    site.refuseMoves('unavailable');
    await expect(site.cancel()).rejects.toMatchObject({ code: 'unavailable' });
    expect([...site.links]).toEqual([OTHER]);
  });

  test('says where the link cannot be taken away again', async () => {
    const site = world();
    site.refuseMoves('refused');
    site.duplicates.unlink = () => Promise.reject(new IncidentError('forbidden', 'why'));
    await expect(site.cancel()).rejects.toMatchObject({
      code: 'link-left',
      details: { subject: 'No.' },
    });
  });
});

describe('taking it back', () => {
  test('opens it, takes the link away that it had made, and tells the team', async () => {
    const site = world();
    await site.logs.append(ID, () => [
      {
        id: entryId('g1'),
        what: { kind: 'roleGiven', role: roleId('techLead'), person: INES.id },
        saidAt: at('10:30'),
        by: DANA.id,
      },
    ]);
    await site.cancel();
    await site.undo();
    expect([await site.phase(), site.links.size]).toEqual(['fixing', 0]);
    expect((await site.notes()).cancelled).toBeUndefined();
    expect(site.told).toEqual([[DANA.id]]);
    expect(site.jobs.lookedAfter).toEqual([ID, ID]);
  });

  test('leaves a link that somebody else had made', async () => {
    const site = world();
    site.links.add(OTHER);
    await site.cancel();
    await site.undo();
    expect([...site.links]).toEqual([OTHER]);
  });

  test('twice tells once; whoever does it is not told', async () => {
    const site = world();
    await site.cancel(null);
    await site.undo(DANA.id);
    await site.undo(DANA.id);
    expect(site.told).toEqual([]);
  });

  test('stands where the others cannot be told, and says so', async () => {
    const site = world();
    await site.cancel(null);
    site.notices.tell = () =>
      Promise.reject(new IncidentError('refused', 'Off', { subject: 'Mail is off.' }));
    await expect(site.undo()).rejects.toMatchObject({
      code: 'team-not-told',
      details: { subject: 'Mail is off.' },
    });
    expect(await site.phase()).toBe('fixing');
  });
});
