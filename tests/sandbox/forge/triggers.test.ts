import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ProductEvent } from '../../../sandbox/core/product';
import { aWorld, CREATED, type World } from './support';

const MINUTE = 60_000;
let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.forge.stop());

const anEvent = (
  more: Partial<ProductEvent> = {},
  key = 'LOST-1',
  type: unknown = 'Thing',
): ProductEvent => ({
  name: 'avi:jira:updated:issue',
  payload: { issue: { id: '1', key, fields: { type } } },
  atlassianId: '712020:anna',
  selfGenerated: false,
  ...more,
});

type Noted = { at: number; retryContext?: { retryCount: number } };

function noted(name: string): readonly Noted[] {
  const { plain } = world.forge.storage() as { plain: Record<string, Noted> };
  return Object.entries(plain)
    .filter(([key]) => key.startsWith(`${name}:`))
    .map(([, value]) => value);
}

async function deliver(...events: readonly ProductEvent[]): Promise<void> {
  for (const event of events) world.forge.deliver(event);
  await world.forge.idle();
}

test('an event reaches the function with what Forge adds', async () => {
  await deliver(anEvent());
  expect(noted('event')).toEqual([
    {
      eventType: 'avi:jira:updated:issue',
      issue: { id: '1', key: 'LOST-1', fields: { type: 'Thing' } },
      atlassianId: '712020:anna',
      context: { cloudId: 'cloud-1', moduleKey: 'issues' },
    },
  ]);
});

describe('no function runs for', () => {
  test.each([
    ['an event the app itself caused', anEvent({ selfGenerated: true })],
    ['an event that no trigger names', anEvent({ name: 'avi:jira:viewed:issue' })],
    ['an event that the filter does not let pass', anEvent({}, 'LOST-1', 'Bug')],
    [
      'a payload of more than 200 kB',
      anEvent({ payload: { issue: { fields: { type: 'Thing' } }, text: 'x'.repeat(200_000) } }),
    ],
  ])('%s', async (_, event) => {
    await deliver(event);
    expect(world.forge.invocations()).toEqual([]);
  });

  test('an event at which the filter fails, and the log says so', async () => {
    await deliver(anEvent({ payload: {} }));
    expect(world.forge.invocations()).toEqual([]);
    expect(world.logs).toEqual([expect.stringContaining('trigger issues: the filter failed')]);
  });
});

test('a function that asks for it is tried four times more', async () => {
  await deliver(anEvent({ name: 'avi:jira:deleted:issue' }));
  await world.moveTo(CREATED + 60 * MINUTE);
  const tries = noted('retried').toSorted((a, b) => a.at - b.at);
  expect(tries.map(({ at }) => (at - CREATED) / MINUTE)).toEqual([0, 1, 2, 3, 4]);
  expect(tries.map(({ retryContext }) => retryContext?.retryCount)).toEqual([
    undefined,
    1,
    2,
    3,
    4,
  ]);
});

describe('a post function', () => {
  const happened = { transition: { id: '31', to: { id: '3' } }, configuration: { log: 'all' } };
  const move = (more: Partial<ProductEvent> = {}): ProductEvent =>
    anEvent({ name: 'jira:workflowPostFunction', module: 'note-move', payload: happened, ...more });

  test('runs with what happened and its configuration, also for what its app did itself', async () => {
    await deliver(move({ selfGenerated: true }));
    expect(noted('moved')).toEqual([
      {
        ...happened,
        atlassianId: '712020:anna',
        context: { cloudId: 'cloud-1', moduleKey: 'note-move' },
      },
    ]);
    expect(world.forge.invocations()).toMatchObject([{ module: 'note-move', kind: 'trigger' }]);
  });

  test('runs for its own rule alone, and no trigger with it', async () => {
    await deliver(anEvent(), move({ module: 'another' }));
    expect(noted('moved')).toEqual([]);
    await deliver(move({ name: 'avi:jira:updated:issue' }));
    expect([noted('moved').length, noted('event').length]).toEqual([1, 1]);
  });
});

describe('faults of delivery', () => {
  test('an event is lost', async () => {
    world.faults.add({ target: 'event-drop', rate: 1 }, { times: 1 });
    await deliver(anEvent({}, 'LOST-1'), anEvent({}, 'LOST-2'));
    expect(noted('event')).toMatchObject([{ issue: { key: 'LOST-2' } }]);
  });

  test('an event comes twice', async () => {
    world.faults.add({ target: 'event-duplicate', rate: 1 }, { times: 1 });
    await deliver(anEvent());
    expect(noted('event')).toHaveLength(2);
  });

  test('an event is overtaken by the next one', async () => {
    world.faults.add({ target: 'event-reorder', rate: 1 }, { times: 1 });
    await deliver(anEvent({}, 'LOST-1'), anEvent({}, 'LOST-2'));
    const keys = world.forge.invocations().map(({ logs }) => logs[0]?.split(' ').at(-1));
    expect(keys).toEqual(['LOST-2', 'LOST-1']);
  });
});

describe('time', () => {
  const sweeps = () =>
    noted('sweep')
      .map(({ at }) => (at - CREATED) / MINUTE)
      .toSorted((a, b) => a - b);

  test('a schedule starts five minutes after the installation and keeps its interval', async () => {
    await world.forge.install();
    expect(noted('installed')).toEqual([]);
    expect(world.forge.storage()).toMatchObject({
      plain: { installed: { version: world.forge.app.version } },
    });
    await world.moveTo(CREATED + 4 * MINUTE);
    expect(sweeps()).toEqual([]);
    await world.moveTo(CREATED + 130 * MINUTE);
    expect(sweeps()).toEqual([5, 65, 125]);
  });

  test('a schedule can be run by hand', async () => {
    await world.forge.runScheduled('sweep');
    expect(sweeps()).toEqual([0]);
    await expect(world.forge.runScheduled('nonsense')).rejects.toThrow('nonsense');
  });

  test('a reset lets the schedules begin anew', async () => {
    await world.forge.install();
    await world.moveTo(CREATED + 10 * MINUTE);
    world.forge.reset();
    await world.moveTo(CREATED + 16 * MINUTE);
    expect(sweeps()).toEqual([15]);
  });
});
