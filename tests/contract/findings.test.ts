import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsFindings } from '../../src/adapters/store/findings';
import { type Finding } from '../../src/domain/clocks/data-quality';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Instant } from '../../src/domain/time';
import { type Findings } from '../../src/ports/clocks/findings';
import { FakeFindings } from '../fakes/findings';
import { asEmptyStore } from '../support/store';

const LATE: Finding = { kind: 'missing', about: 'impactStart' };
const WRONG: Finding = { kind: 'impossible', about: 'impactStart>impactDetected' };
const one = (n: number, ...findings: Finding[]) => ({
  id: String(n) as IncidentId,
  created: (1_760_000_000_000 + n) as Instant,
  findings,
  effect: 0,
});

function keepsThePromises(given: () => Findings): void {
  let list: Findings;
  beforeEach(() => {
    list = given();
  });
  const ids = async (kind: Parameters<Findings['page']>[0]) => {
    const { found } = await list.page(kind);
    return found.map(({ id }) => id);
  };

  it('has each in every list it belongs to, the newest first', async () => {
    await list.keep([one(1, LATE), one(2, LATE, WRONG), one(3)]);
    expect(await ids('all')).toEqual(['2', '1']);
    expect(await ids('missing')).toEqual(['2', '1']);
    expect(await ids('impossible')).toEqual(['2']);
    expect(await ids('held')).toEqual([]);
    expect((await list.page('impossible')).found).toEqual([one(2, LATE, WRONG)]);
  });

  it('tells first of what may change the figures most', async () => {
    const [slight, grave, new_] = [one(1, LATE), { ...one(2, LATE), effect: 85_143 }, one(3, LATE)];
    await list.keep([slight, grave, new_]);
    expect(await ids('all')).toEqual(['2', '3', '1']);
    expect((await list.page('all')).found[0]).toEqual(grave);
    await list.keep([{ ...grave, effect: 0 }]);
    expect(await ids('all')).toEqual(['3', '2', '1']);
  });

  it('renews those alone that it has', async () => {
    await list.keep([one(1, LATE)]);
    await list.renew([one(1, WRONG), one(2, WRONG)]);
    expect(await ids('impossible')).toEqual(['1']);
  });

  it('moves it to another list, and takes it off where nothing is wrong any more', async () => {
    await list.keep([one(1, LATE), one(2, LATE)]);
    await list.keep([one(1, WRONG), one(2)]);
    expect(await ids('missing')).toEqual([]);
    expect(await ids('impossible')).toEqual(['1']);
    await list.forget('1' as IncidentId);
    await list.forget('1' as IncidentId);
    expect(await ids('all')).toEqual([]);
  });

  it('hands out more than a page, and counts up to a thousand', async () => {
    const many = Array.from({ length: 1020 }, (_, n) => one(n, LATE));
    await list.keep(many.slice(0, 120));
    const read: string[] = [];
    let after: string | undefined;
    do {
      const page = await list.page('missing', after);
      read.push(...page.found.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(read).toEqual(
      many
        .slice(0, 120)
        .map(({ id }) => id)
        .toReversed(),
    );
    expect(await list.count('missing')).toEqual({ count: 120, more: false });
    await list.keep(many);
    expect(await list.count('missing')).toEqual({ count: 1000, more: true });
    expect(await list.count('held')).toEqual({ count: 0, more: false });
  });
}

describe('in memory', () => {
  keepsThePromises(() => new FakeFindings());
});

describe('in the store', () => {
  keepsThePromises(() => {
    asEmptyStore();
    return kvsFindings();
  });
});
