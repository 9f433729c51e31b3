import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsUnreadIncidents } from '../../src/adapters/store/unread-incidents';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Unread, type UnreadWhy } from '../../src/domain/incident/unread';
import { type UnreadIncidents } from '../../src/ports/incident/unread-incidents';
import { FakeUnreadIncidents } from '../fakes/unread-incidents';
import { at } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

const one = (n: number, why: UnreadWhy, rest: Partial<Unread> = {}): Unread => ({
  id: String(n) as IncidentId,
  why,
  ...rest,
});

function keepsThePromises(given: () => UnreadIncidents): void {
  let list: UnreadIncidents;
  beforeEach(() => {
    list = given();
  });

  it('has those first that were tried the longest ago, with why', async () => {
    const status = one(1, 'status', { subject: 'Monitoring', created: at('09:00') });
    await list.keep([status], at('10:00'));
    await list.keep([one(2, 'hidden')], at('09:30'));
    expect(await list.oldest()).toEqual([
      { ...one(2, 'hidden'), triedAt: at('09:30') },
      { ...status, triedAt: at('10:00') },
    ]);
    await list.keep([one(2, 'answer')], at('11:00'));
    expect((await list.oldest()).map(({ why }) => why)).toEqual(['status', 'answer']);
    expect(await list.total()).toEqual({ count: 2, more: false });
  });

  it('counts those that Jira counts: not the hidden ones, nor what was raised later', async () => {
    await list.keep(
      [
        one(1, 'status', { created: at('09:00') }),
        one(2, 'changes', { created: at('09:01') }),
        one(3, 'answer'),
        one(4, 'hidden', { created: at('08:00') }),
      ],
      at('10:00'),
    );
    expect(await list.count(at('09:00'))).toBe(2);
    expect(await list.count(at('09:01'))).toBe(3);
  });

  it('knows when one was raised though a later look could not tell', async () => {
    await list.keep([one(1, 'status', { created: at('09:00') })], at('10:00'));
    await list.keep([one(1, 'status')], at('11:00'));
    expect(await list.count(at('08:59'))).toBe(0);
  });

  it('forgets what it has, and minds nothing else', async () => {
    await list.keep([one(1, 'hidden'), one(2, 'hidden')], at('10:00'));
    await list.forget([one(1, 'hidden').id, '77' as IncidentId]);
    expect((await list.oldest()).map(({ id }) => id)).toEqual(['2']);
    await list.forget(['2' as IncidentId]);
    expect(await list.total()).toEqual({ count: 0, more: false });
  });

  it('hands out a hundred, and counts up to a thousand', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => one(n, 'status'));
    await list.keep(many, at('10:00'));
    expect(await list.oldest()).toHaveLength(100);
    expect(await list.total()).toEqual({ count: 1000, more: true });
    expect(await list.count(at('10:00'))).toBe(1001);
  });
}

describe('in memory', () => keepsThePromises(() => new FakeUnreadIncidents()));
describe('in the store', () => {
  keepsThePromises(() => {
    asEmptyStore();
    return kvsUnreadIncidents();
  });
});
