import { describe, expect, test } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type Incident, type IncidentId } from '../../../src/domain/incident/incident';
import { entryId, roleId } from '../../../src/domain/log/what';
import { type Incidents } from '../../../src/ports/incident/incidents';
import { acceptHandOver } from '../../../src/usecases/response/accept-hand-over';
import { bringBack } from '../../../src/usecases/response/bring-back';
import { cancelIncident } from '../../../src/usecases/response/cancel-incident';
import { confirmSeverity } from '../../../src/usecases/response/confirm-severity';
import { makeCleanUp } from '../../../src/usecases/response/make-clean-up';
import { resolveIncident } from '../../../src/usecases/response/resolve-incident';
import { takeIncident } from '../../../src/usecases/response/take-incident';
import { takeOverRole } from '../../../src/usecases/response/take-over-role';
import { FakeFindings } from '../../fakes/findings';
import { FakeHistories } from '../../fakes/histories';
import { FakeIncidentLogs } from '../../fakes/incident-logs';
import { FakeIncidents } from '../../fakes/incidents';
import { FakeJobs } from '../../fakes/jobs';
import { Journal } from '../../fakes/journal';
import { FakeIncidentNotes } from '../../fakes/incident-notes';
import { anIncident, at, DANA, INES } from '../../fixtures/incidents';
import { PATHS } from '../../support/texts';

/** What is written in which order, what a stop after any of it leaves, and that doing it again does the rest. */
const OTHER = anIncident({ id: '10043' as IncidentId, key: 'HOT-43' });
const LED = { phase: 'fixing', incidentManager: DANA } as const;

function world(about: Partial<Incident> = {}) {
  const journal = new Journal();
  const incident = anIncident(about);
  const [incidents, logs, jobs] = [
    new FakeIncidents([incident, OTHER], [DANA, INES]),
    new FakeIncidentLogs(),
    new FakeJobs(),
  ];
  const kept = new FakeIncidentNotes();
  return {
    journal,
    id: incident.id,
    now: () => at('11:00'),
    incidents: journal.of(incidents, ['assign', 'moveTo', 'setSeverity', 'setTimes']),
    incidentNotes: journal.of(kept, ['change']),
    histories: new FakeHistories(),
    jobs: journal.of(jobs, ['handOver']),
    logs: journal.of(logs, ['append']),
    figureFields: journal.of(incidents, ['write']),
    findings: new FakeFindings(),
    raising: { fill: () => Promise.resolve([]) },
    notes: () => kept.get(incident.id),
    current: () => incidents.get(incident.id),
    waiting: () => jobs.waiting,
  };
}

type World = ReturnType<typeof world>;

/** Stops after each write in turn, then does it again. @returns what the stops left, and what was there at the end */
async function stoppedAnywhere<Seen>(
  made: () => World,
  act: (deps: World) => Promise<unknown>,
  look: (deps: World) => Promise<Seen>,
) {
  const whole = made();
  await act(whole);
  const writes = [...whole.journal.done];
  const wanted = await look(whole);
  const left: Seen[] = [];
  for (let n = 0; n < writes.length; n += 1) {
    const deps = made();
    deps.journal.stopAfter(n);
    await expect(act(deps)).rejects.toBeInstanceOf(IncidentError);
    left.push(await look(deps));
    deps.journal.goOn();
    await act(deps);
    expect([n, await look(deps)]).toEqual([n, wanted]);
  }
  return { writes, wanted, left };
}

describe('taking the lead', () => {
  test('assigns before it moves: a stop leaves no incident that is being fixed by nobody', async () => {
    const { writes, wanted, left } = await stoppedAnywhere(
      () => world(),
      (deps) => takeIncident(deps, deps.id, { person: INES.id, from: null }),
      async ({ current }) => {
        const { phase, incidentManager } = await current();
        return [phase, incidentManager?.name];
      },
    );
    expect(writes).toEqual(['assign', 'moveTo']);
    expect(left).toEqual([
      ['new', undefined],
      ['new', 'Ines Brandt'],
    ]);
    expect(wanted).toEqual(['fixing', 'Ines Brandt']);
  });
});

describe('cancelling as a duplicate', () => {
  const links: string[] = [];
  const unlink = (...about: unknown[]) => {
    links.push(`unlink ${String(about[1])}`);
    return Promise.resolve();
  };
  const link = () => {
    links.push('link');
    return Promise.resolve('linked' as const);
  };

  test('links, moves, says so and has it looked after, in this order', async () => {
    const { writes, wanted, left } = await stoppedAnywhere(
      () => world(LED),
      ({ journal, ...deps }) => {
        const duplicates = { unlink, ...journal.of({ link }, ['link']) };
        const wish = { person: DANA.id, duplicateOf: OTHER.id };
        return cancelIncident({ ...deps, duplicates }, deps.id, wish);
      },
      async ({ current, notes }) => [(await current()).phase, (await notes()).cancelled?.duplicate],
    );
    expect(writes).toEqual(['link', 'moveTo', 'change', 'handOver']);
    const said = { linked: true, reason: null, of: OTHER.id };
    expect(left).toEqual([
      ['fixing', undefined],
      ['fixing', undefined],
      ['cancelled', undefined],
      ['cancelled', said],
    ]);
    expect(wanted).toEqual(['cancelled', said]);
    expect(links.length).toBeGreaterThan(writes.length);
  });

  test.each([
    ['a site that has no link of this kind', () => Promise.resolve('no-link-type' as const), null],
    ['Jira that refuses', refusing('refused', 'No.'), 'No.'],
    ['Jira that forbids', refusing('forbidden', 'Not you.'), 'Not you.'],
    ['another that is gone by now', refusing('not-found', undefined), 'not-found'],
  ])('with %s goes on, and does not say that it is linked', async (_, unlinked, reason) => {
    const deps = world(LED);
    const wish = { person: DANA.id, duplicateOf: OTHER.id };
    await cancelIncident({ ...deps, duplicates: { link: unlinked, unlink } }, deps.id, wish);
    expect((await deps.notes()).cancelled).toEqual({
      by: DANA.id,
      at: at('11:00'),
      duplicate: { linked: false, reason },
    });
    expect((await deps.current()).phase).toBe('cancelled');
  });

  test('whose other one cannot be seen is refused before anything is done', async () => {
    for (const code of ['not-found', 'forbidden', 'not-an-incident', 'not-set-up'] as const) {
      const deps = world(LED);
      const get = (id: IncidentId) =>
        id === deps.id ? deps.current() : Promise.reject(new IncidentError(code, code));
      const incidents = { ...writesOf(deps), get };
      const cancelled = cancelIncident(
        { ...deps, incidents, duplicates: { link, unlink } },
        deps.id,
        {
          person: DANA.id,
          duplicateOf: 'HOT-9',
        },
      );
      await expect(cancelled).rejects.toMatchObject({
        code: 'duplicate-not-found',
        details: { subject: 'HOT-9' },
      });
      expect(deps.journal.done).toEqual([]);
    }
  });

  test('of itself, or while Jira is down, is refused as what it is', async () => {
    const deps = world(LED);
    const wish = { person: DANA.id, duplicateOf: deps.id };
    await expect(
      cancelIncident({ ...deps, duplicates: { link, unlink } }, deps.id, wish),
    ).rejects.toMatchObject({ code: 'duplicate-not-found' });
    const down = { unlink, link: refusing('unavailable', undefined) };
    await expect(
      cancelIncident({ ...deps, duplicates: down }, deps.id, { ...wish, duplicateOf: OTHER.id }),
    ).rejects.toMatchObject({ code: 'unavailable' });
    expect(deps.journal.done).toEqual([]);
  });

  test('says nothing of a link where there is no other one', async () => {
    const deps = world(LED);
    const wish = { person: DANA.id, duplicateOf: null };
    await cancelIncident({ ...deps, duplicates: { link, unlink } }, deps.id, wish);
    expect((await deps.notes()).cancelled?.duplicate).toBeUndefined();
    expect(deps.waiting()).toEqual([{ kind: 'look-after', incident: deps.id }]);
  });
});

function refusing(code: 'refused' | 'forbidden' | 'not-found' | 'unavailable', subject?: string) {
  return () => Promise.reject(new IncidentError(code, code, { subject }));
}

/** The writes of a port, without its reading. */
function writesOf({ incidents }: World): Omit<Incidents, 'get'> {
  return {
    setTimes: (...given) => incidents.setTimes(...given),
    setSeverity: (...given) => incidents.setSeverity(...given),
    assign: (...given) => incidents.assign(...given),
    moveTo: (...given) => incidents.moveTo(...given),
  };
}

describe('coming back', () => {
  const recovered = {
    phase: 'resolved' as const,
    times: { impactStart: at('09:50'), impactDetected: at('10:00'), impactRecovered: at('10:50') },
  };

  test('moves first, so that what settles it sees that it came back', async () => {
    const { writes, left } = await stoppedAnywhere(
      () => world(recovered),
      (deps) => bringBack(deps, deps.id),
      async ({ current }) => [(await current()).phase, (await current()).times.impactRecovered],
    );
    expect(writes[0]).toBe('moveTo');
    expect(writes).toContain('handOver');
    expect(left[0]).toEqual(['resolved', at('10:50')]);
    expect(left[1]?.[0]).toBe('fixing');
  });

  test.each(['new', 'cancelled'] as const)('of one that is %s is refused', async (phase) => {
    const deps = world({ phase });
    await expect(bringBack(deps, deps.id)).rejects.toMatchObject({ code: 'refused' });
    expect(deps.journal.done).toEqual([]);
  });
});

describe('resolving', () => {
  const started = { ...LED, times: { impactStart: at('09:50'), impactDetected: at('10:00') } };
  const wish = { person: DANA.id, recovered: at('10:50') };

  test('keeps the recovery before it moves', async () => {
    const { writes, wanted, left } = await stoppedAnywhere(
      () => world(started),
      (deps) => resolveIncident(deps, deps.id, wish),
      async ({ current }) => [(await current()).phase, (await current()).times.impactRecovered],
    );
    expect(writes[0]).toBe('setTimes');
    expect(writes.at(-1)).toBe('moveTo');
    expect(left[0]).toEqual(['fixing', undefined]);
    expect(left.at(-1)).toEqual(['fixing', at('10:50')]);
    expect(wanted).toEqual(['resolved', at('10:50')]);
  });

  test('whose second half is refused says which half is done, in Jira’s words', async () => {
    const deps = world(started);
    const moveTo = refusing('refused', 'Resolution is required.');
    const incidents = { ...writesOf(deps), get: () => deps.current(), moveTo };
    await expect(resolveIncident({ ...deps, incidents }, deps.id, wish)).rejects.toMatchObject({
      code: 'not-moved',
      details: { subject: 'Resolution is required.' },
    });
    expect((await deps.current()).times.impactRecovered).toBe(at('10:50'));
  });

  test('of one that was cancelled is refused, and nothing is done', async () => {
    const deps = world({ ...started, phase: 'cancelled' });
    const resolved = resolveIncident(deps, deps.id, wish);
    await expect(resolved).rejects.toMatchObject({ code: 'refused' });
    expect(deps.journal.done).toEqual([]);
  });
});

test('a severity is set before it is said to be confirmed, and only where it is another', async () => {
  const { writes, left } = await stoppedAnywhere(
    () => world(LED),
    (deps) => confirmSeverity(deps, deps.id, { person: DANA.id, severity: 2, from: 1 }),
    async ({ current, notes }) => [(await current()).severity, (await notes()).severity?.level],
  );
  expect(writes).toEqual(['setSeverity', 'change']);
  expect(left).toEqual([
    [1, undefined],
    [2, undefined],
  ]);
  const same = world(LED);
  await confirmSeverity(same, same.id, { person: DANA.id, severity: 1, from: 3 });
  expect(same.journal.done).toEqual(['change']);
});

describe('a hand-over', () => {
  const handOver = entryId('h1');
  async function open() {
    const deps = world(LED);
    const next = [
      { role: roleId('incidentManager'), person: INES.id, from: DANA.id, lead: true as const },
    ];
    const what = { kind: 'handOver' as const, next, summary: '' };
    await deps.logs.append(deps.id, () => [
      { id: handOver, what, saidAt: at('10:30'), by: DANA.id },
    ]);
    deps.journal.goOn();
    return deps;
  }
  const accept = (deps: World) =>
    acceptHandOver(deps, deps.id, { person: INES.id, id: entryId('a1'), handOver });

  test('gives the lead in Jira first: where that fails it stays open', async () => {
    const deps = await open();
    deps.journal.stopAfter(0);
    await expect(accept(deps)).rejects.toMatchObject({ code: 'unavailable' });
    expect((await deps.logs.head(deps.id)).handOver).toMatchObject({ accepted: [] });
    deps.journal.goOn();
    await accept(deps);
    expect(deps.journal.done).toEqual(['assign', 'moveTo', 'append']);
    expect((await deps.current()).incidentManager).toEqual(INES);
    expect((await deps.logs.head(deps.id)).handOver).toBeUndefined();
  });

  test('that is not for somebody is not taken by them', async () => {
    const deps = await open();
    const wrong = { person: DANA.id, id: entryId('a1'), handOver };
    await expect(acceptHandOver(deps, deps.id, wrong)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(deps.journal.done).toEqual([]);
  });
});

describe('a role that is taken over', () => {
  const role = roleId('techLead');
  async function held() {
    const deps = world(LED);
    const what = { kind: 'roleGiven' as const, role, person: INES.id };
    await deps.logs.append(deps.id, () => [
      { id: entryId('g1'), what, saidAt: at('10:30'), by: INES.id },
    ]);
    deps.journal.goOn();
    const told: unknown[] = [];
    const tell = (...about: unknown[]) => Promise.resolve(void told.push(about));
    const notices = deps.journal.of({ tell }, ['tell']);
    return { ...deps, told, notices, words: { of: () => Promise.resolve(PATHS) } };
  }
  const wish = {
    person: DANA.id,
    id: entryId('t1'),
    role,
    from: INES.id,
    language: 'en-US',
  } as const;

  test('is taken before anybody is told, and the one who had it is told', async () => {
    const deps = await held();
    await takeOverRole(deps, deps.id, wish);
    expect(deps.journal.done).toEqual(['append', 'tell']);
    expect(deps.told).toMatchObject([[deps.id, [INES.id], {}]]);
  });

  test('stands where they cannot be told, and says so', async () => {
    const deps = await held();
    deps.journal.stopAfter(1);
    await expect(takeOverRole(deps, deps.id, wish)).rejects.toMatchObject({ code: 'not-told' });
    const { roles } = await deps.logs.head(deps.id);
    expect(roles.find(({ id }) => id === role)?.holders).toMatchObject([{ person: DANA.id }]);
  });

  test('cannot be taken from oneself, and where it is not taken nobody is told', async () => {
    const deps = await held();
    const own = { ...wish, person: INES.id };
    await expect(takeOverRole(deps, deps.id, own)).rejects.toMatchObject({ code: 'invalid-input' });
    deps.journal.stopAfter(0);
    await expect(takeOverRole(deps, deps.id, { ...wish, role: roleId('own:9') })).rejects.toThrow();
    expect(deps.told).toEqual([]);
  });
});

describe('a clean-up issue', () => {
  const wish = { id: 'w1', summary: 'An alarm', project: '1', issueType: '2' };
  function cleaning(deps: World, link: () => Promise<'linked' | 'no-link-type'>) {
    const made: string[] = [];
    const cleanUps = deps.journal.of(
      {
        find: () => Promise.resolve(made[0]),
        make: () => {
          made.push('TEAM-1');
          return Promise.resolve('TEAM-1');
        },
        link,
      },
      ['make', 'link'],
    );
    const make = () => makeCleanUp({ ...deps, cleanUps }, deps.id, { person: DANA.id, wish });
    return { made, make };
  }

  test('is made, linked and written down; whatever fails after it was made, it is one', async () => {
    const deps = world(LED);
    const { made, make } = cleaning(deps, () => Promise.resolve('linked'));
    deps.journal.stopAfter(1);
    expect(await make()).toEqual({
      key: 'TEAM-1',
      link: { linked: false, reason: null },
      isLogged: false,
    });
    deps.journal.goOn();
    const whole = { key: 'TEAM-1', link: { linked: true, reason: null }, isLogged: true };
    expect(await make()).toEqual(whole);
    expect(deps.journal.done).toEqual(['link', 'append']);
    expect(await make()).toEqual(whole);
    expect(made).toEqual(['TEAM-1']);
    expect((await deps.logs.head(deps.id)).cleanUps).toHaveLength(1);
  });

  test.each([
    ['no link of this kind', () => Promise.resolve('no-link-type' as const), null],
    ['a refusal', refusing('refused', 'No.'), 'No.'],
  ])('that is not linked (%s) is not said to be', async (_, link, reason) => {
    const { make } = cleaning(world(LED), link);
    expect(await make()).toMatchObject({ link: { linked: false, reason }, isLogged: true });
  });
});
