import { describe, expect, test } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { instantAt } from '../../../src/domain/time';
import { AlertWorld } from '../../fakes/alert-world';
import { aDoor } from '../../fixtures/alerts';
import { at } from '../../fixtures/incidents';

const ids = (world: AlertWorld) => world.made.map(({ id }) => id);
const first = (world: AlertWorld): IncidentId => world.made[0]?.id ?? ('' as IncidentId);
const listOf = (world: AlertWorld, n = 0) =>
  world.kept.alertLists.of(world.made[n]?.id ?? ('' as IncidentId));

describe('alerts of one outage', () => {
  test('that come at once are one incident, which counts and lists them all', async () => {
    const world = new AlertWorld();
    const names = Array.from({ length: 30 }, (_, n) => `host-${n}`);
    await Promise.all(names.map((name) => world.fire(name)));
    await world.work();
    expect(world.made).toHaveLength(1);
    const list = await listOf(world);
    expect(list).toMatchObject({ count: 30, recovered: 0 });
    expect(list?.listed.map(({ alert }) => alert).toSorted()).toEqual(names.toSorted());
    expect(world.lines().map(({ what }) => what)).toMatchObject([
      { kind: 'alert', state: 'joined', count: 2, from: 'Alertmanager' },
      { kind: 'alert', state: 'joined', count: 10 },
    ]);
  });

  test('of other services, or that say none, are incidents of their own', async () => {
    const world = new AlertWorld();
    for (const service of ['Payments', 'Search', '', '']) {
      await world.fire(`a-${world.made.length}`, { service });
      await world.work();
    }
    expect(world.made).toHaveLength(4);
  });

  test('stand each for itself where the door groups nothing', async () => {
    const world = new AlertWorld(aDoor());
    await Promise.all([world.fire('a'), world.fire('b')]);
    await world.work();
    expect(world.made).toHaveLength(2);
    expect(await listOf(world)).toMatchObject({ count: 1 });
  });

  test('join within the window after the last one, and not after it', async () => {
    const world = new AlertWorld();
    for (const name of ['a', 'b', 'c']) {
      await world.fire(name);
      await world.work();
      world.pass(60);
    }
    expect(await listOf(world)).toMatchObject({ count: 3 });
    world.pass(1);
    await world.fire('d');
    await world.work();
    expect(ids(world)).toHaveLength(2);
    // One of the outage before keeps none of the newer one open.
    world.pass(61);
    await world.fire('a');
    await world.fire('e');
    await world.work();
    expect(ids(world)).toHaveLength(3);
  });

  test('that are told again keep the window open', async () => {
    const world = new AlertWorld();
    await world.fire('a');
    await world.work();
    for (let n = 0; n < 3; n += 1) {
      world.pass(45);
      await world.fire('a');
    }
    await world.fire('b');
    await world.work();
    expect(ids(world)).toHaveLength(1);
  });

  test('after their incident is over are another one', async () => {
    const world = new AlertWorld();
    await world.fire('a');
    await world.work();
    world.end(first(world));
    await world.fire('b');
    await world.fire('a');
    await world.work();
    expect(ids(world)).toHaveLength(2);
    expect(await listOf(world, 1)).toMatchObject({ count: 2 });
  });

  test('are one incident although the answer about its issue got lost', async () => {
    const world = new AlertWorld();
    world.lost = 1;
    await Promise.all([world.fire('a'), world.fire('b'), world.fire('c')]);
    await world.work();
    expect(world.made).toHaveLength(1);
    expect(await listOf(world)).toMatchObject({ count: 3 });
  });

  test('wait together where Jira takes no issue, and are one incident once it does', async () => {
    const world = new AlertWorld();
    const { raise } = world.deps.raising;
    world.deps.raising.raise = () =>
      Promise.reject(new IncidentError('forbidden', 'no', { subject: 'Not allowed.' }));
    await world.fire('a');
    await world.work();
    await world.fire('b');
    await world.work();
    const reason = { code: 'forbidden', said: 'Not allowed.' };
    expect(await world.kept.alerts.open()).toMatchObject([
      { state: 'waiting', reason },
      { state: 'waiting', reason },
    ]);
    world.deps.raising.raise = raise;
    for (const alert of ['b', 'a', 'b']) await world.jobs.handOver({ kind: 'raise', alert });
    await world.work();
    await world.jobs.handOver({ kind: 'raise', alert: 'b' });
    await world.work();
    expect(world.made).toHaveLength(1);
    expect(await listOf(world)).toMatchObject({ count: 2 });
  });
});

describe('an alert below the severity of its door', () => {
  const minor = (world: AlertWorld, severity: 1 | 3) => world.fire('a', { severity });

  test('becomes no incident, and is kept and said', async () => {
    const world = new AlertWorld(aDoor({ leaveBelow: 2 }));
    const left = { name: 'a fails', severity: 3, below: 2, at: world.now };
    expect(await minor(world, 3)).toEqual({ left });
    expect(await minor(world, 3)).toEqual({ left });
    await world.work();
    expect(world.made).toEqual([]);
    expect(await world.kept.leftAlerts.of(world.door.id)).toMatchObject({ count: 1, last: [left] });
  });

  test('that is an open incident already stays that, and is left once that is over', async () => {
    const world = new AlertWorld(aDoor({ leaveBelow: 2 }));
    await minor(world, 1);
    expect(await minor(world, 3)).toMatchObject({ alert: { state: 'accepted' } });
    await world.work();
    expect(await minor(world, 3)).toMatchObject({ alert: { state: 'raised' } });
    world.end(first(world));
    expect(await minor(world, 3)).toMatchObject({ left: { severity: 3 } });
  });
});

describe('an alert that is over', () => {
  async function raised(...names: readonly string[]) {
    const world = new AlertWorld();
    for (const name of names) await world.fire(name);
    await world.work();
    world.pass(10);
    return world;
  }

  test('is said on its incident with its moment, once, and ends nothing', async () => {
    const world = await raised('a', 'b');
    for (let n = 0; n < 2; n += 1) {
      expect(await world.recover('a', at('12:07'))).toMatchObject({ stands: 'open' });
      await world.work();
    }
    expect(await listOf(world)).toMatchObject({
      count: 2,
      recovered: 1,
      recoveredAt: at('12:07'),
      listed: [{ alert: 'a', recovered: at('12:07') }, { alert: 'b' }],
    });
    expect(world.lines().at(-1)).toMatchObject({
      at: at('12:07'),
      what: { kind: 'alert', state: 'recovered', name: 'a fails', count: 2, firing: 1 },
    });
    expect(world.lines()).toHaveLength(2);
    expect(world.open()).toHaveLength(1);
  });

  test('and fires again is open again on the list', async () => {
    const world = await raised('a');
    await world.recover('a');
    await world.work();
    expect((await listOf(world))?.allSince).toBeDefined();
    world.pass(1);
    await world.fire('a');
    await world.work();
    const list = await listOf(world);
    expect(list).toMatchObject({ count: 1, recovered: 0 });
    expect([list?.allSince, list?.listed[0]?.recovered]).toEqual([undefined, undefined]);
    expect(world.lines().at(-1)).toMatchObject({ what: { state: 'again', firing: 1 } });
  });

  test('stays over where an old call of before comes late, and the other way round', async () => {
    const world = await raised('a');
    await world.recover('a', at('12:05'));
    await world.fire('a', { detected: at('12:01') });
    await world.work();
    expect(await listOf(world)).toMatchObject({ recovered: 1 });
    await world.fire('a', { detected: at('12:06') });
    await world.recover('a', at('12:05'));
    await world.work();
    expect(await listOf(world)).toMatchObject({ recovered: 0 });
  });

  test('before its incident is made is over on it', async () => {
    const world = new AlertWorld();
    await world.fire('a');
    expect(await world.recover('a')).toMatchObject({ stands: 'none', alert: { id: 'a' } });
    await world.work();
    expect(await listOf(world)).toMatchObject({ count: 1, recovered: 1 });
  });

  test('in the moment in which it fires after its incident is over is not lost', async () => {
    const world = await raised('a');
    const { alerts } = world.kept;
    const acceptAgain = alerts.acceptAgain.bind(alerts);
    world.end(first(world));
    alerts.acceptAgain = async (...given) => {
      alerts.acceptAgain = acceptAgain;
      await world.recover('a');
      return acceptAgain(...given);
    };
    expect(await world.fire('a')).toMatchObject({ alert: { state: 'accepted' } });
    await world.work();
    expect(world.made).toHaveLength(2);
    expect(await listOf(world)).toMatchObject({ count: 1, recovered: 1 });
    expect(await listOf(world, 1)).toMatchObject({ count: 1, recovered: 0 });
  });

  test('is counted although its job was lost, once its tool tells it again', async () => {
    const world = await raised('a', 'b');
    await world.recover('a');
    world.jobs.take('raise');
    await world.recover('a');
    await world.work();
    expect(await listOf(world)).toMatchObject({ recovered: 1 });
    await world.fire('a');
    world.jobs.take('raise');
    await world.fire('a');
    await world.work();
    expect(await listOf(world)).toMatchObject({ recovered: 0 });
    await world.fire('a');
    expect(world.jobs.take('raise')).toEqual([]);
  });

  test('at a moment to come was over when it was told', async () => {
    const world = await raised('a');
    await world.recover('a', instantAt(world.now + 1));
    await world.work();
    expect(await listOf(world)).toMatchObject({ recoveredAt: world.now });
  });

  test('of an incident that is over stands in the list alone; of none, nowhere', async () => {
    const world = await raised('a');
    world.end(first(world));
    expect(await world.recover('a')).toMatchObject({ stands: 'over' });
    expect(await world.recover('unheard of')).toEqual({ stands: 'none' });
    await world.work();
    expect(await listOf(world)).toMatchObject({ recovered: 1 });
    expect(world.lines()).toEqual([]);
  });

  test('that an older version of the app kept is listed with what is known', async () => {
    const world = await raised('a');
    await world.kept.alertLists.forget(first(world));
    await world.kept.alerts.change('a', ({ course: _, ...old }) => old);
    await world.recover('a');
    await world.work();
    expect(await listOf(world)).toMatchObject({ count: 1, recovered: 1, listed: [{ name: 'a' }] });
  });
});
