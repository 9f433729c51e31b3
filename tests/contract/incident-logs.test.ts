import { beforeEach, describe, expect, it } from '@jest/globals';
import { kvsIncidentLogs } from '../../src/adapters/store/incident-logs';
import { kvsLogKeeping } from '../../src/adapters/store/log-keeping';
import { IncidentError } from '../../src/domain/errors';
import { type IncidentId } from '../../src/domain/incident/incident';
import { type Draft, faultIn } from '../../src/domain/log/entry';
import { replay } from '../../src/domain/log/fold';
import { EMPTY_HEAD } from '../../src/domain/log/head';
import { type EntryId } from '../../src/domain/log/what';
import { type IncidentLogs } from '../../src/ports/log/incident-logs';
import { type LogKeeping } from '../../src/ports/log/log-keeping';
import { FakeIncidentLogs } from '../fakes/incident-logs';
import { at, DANA } from '../fixtures/incidents';
import { sha256 } from '../support/log';
import { asEmptyStore } from '../support/store';

const ID = '10042' as IncidentId;
const OTHER = '10043' as IncidentId;

function note(id: string, text = id): Draft {
  return {
    id: id as EntryId,
    what: { kind: 'note', text },
    saidAt: at('10:00'),
    by: DANA.id,
  };
}

type Logs = IncidentLogs & LogKeeping;

function keepsThePromises(given: () => Logs): void {
  let logs: Logs;
  beforeEach(() => {
    logs = given();
  });
  const all = async () => logs.entries(ID, 1, 10_000);

  it('is empty where nobody said anything', async () => {
    expect(await logs.head(ID)).toEqual(EMPTY_HEAD);
    expect(await logs.heads([ID])).toEqual(new Map());
    expect(await all()).toEqual([]);
  });

  it('holds what was appended, numbered, chained and folded', async () => {
    await logs.append(ID, () => [note('a'), note('b')]);
    const { head, entries } = await logs.append(ID, ({ seq }) => [note(`after ${seq}`)]);
    expect(entries).toMatchObject([{ seq: 3, what: { text: 'after 2' } }]);
    expect((await all()).map(({ seq, id }) => [seq, id])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'after 2'],
    ]);
    expect(faultIn(await all(), { seq: 0, hash: '' }, sha256)).toBeUndefined();
    expect(await logs.head(ID)).toEqual(head);
    expect((await logs.heads([OTHER, ID])).get(ID)).toEqual(head);
    expect(replay(await all())).toEqual(head);
    expect(await logs.head(OTHER)).toEqual(EMPTY_HEAD);
  });

  it('says the same once, also beside something new', async () => {
    await logs.append(ID, () => [note('a')]);
    const again = await logs.append(ID, () => [note('a', 'other words')]);
    expect(again.entries).toEqual([]);
    expect(again.head.seq).toBe(1);
    await logs.append(ID, () => [note('a'), note('b')]);
    expect((await all()).map(({ what }) => what)).toEqual([
      { kind: 'note', text: 'a' },
      { kind: 'note', text: 'b' },
    ]);
  });

  it('takes a long paste in parts, each entry once and in order', async () => {
    const many = Array.from({ length: 40 }, (_, n) => note(`line-${n}`));
    const { entries, head } = await logs.append(ID, () => many);
    expect(entries).toHaveLength(40);
    expect(head.seq).toBe(40);
    expect((await all()).map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  });

  it('loses nothing of twenty who write at once: every entry, one chain, one head', async () => {
    const writers = Array.from({ length: 20 }, (_, n) => n);
    await Promise.all(writers.map((n) => logs.append(ID, () => [note(`by-${n}`)])));
    const entries = await all();
    expect(entries.map(({ id }) => id).toSorted()).toEqual(
      writers.map((n) => `by-${n}`).toSorted(),
    );
    expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
    expect(replay(entries)).toEqual(await logs.head(ID));
  });

  it('gives one entry for the same saying twice at once', async () => {
    await Promise.all([
      logs.append(ID, () => [note('same')]),
      logs.append(ID, () => [note('same')]),
      logs.append(ID, () => [note('same')]),
    ]);
    expect(await all()).toHaveLength(1);
  });

  it('appends nothing of what is refused', async () => {
    const refusing = () => {
      throw new IncidentError('entry-not-found', 'no');
    };
    await expect(logs.append(ID, refusing)).rejects.toMatchObject({ code: 'entry-not-found' });
    expect(await all()).toEqual([]);
  });

  it('takes out words for good; the chain and the head hold', async () => {
    const theory: Draft = { ...note('t'), what: { kind: 'theory', text: 'A name and an address' } };
    await logs.append(ID, () => [theory, note('b')]);
    const redact = { kind: 'redacted', entry: 't' as EntryId } as const;
    await logs.append(ID, () => [{ ...note('r'), what: redact }]);
    const entries = await all();
    expect(JSON.stringify([entries, await logs.head(ID)])).not.toContain('address');
    expect(faultIn(entries, { seq: 0, hash: '' }, sha256)).toBeUndefined();
    expect(replay(entries)).toEqual(await logs.head(ID));
  });

  it('takes out words that were said in the same call, twice, and many at once', async () => {
    const secret = (n: number): Draft => note(`s${n}`, `secret ${n}`);
    const gone = (id: string, entry: string): Draft => ({
      ...note(id),
      what: { kind: 'redacted', entry: entry as EntryId },
    });
    await logs.append(ID, () => [secret(0), gone('g0', 's0'), gone('g0b', 's0')]);
    const many = Array.from({ length: 11 }, (_, n) => secret(n + 1));
    await logs.append(ID, () => many);
    await logs.append(ID, () => many.map(({ id = '' }) => gone(`g-${id}`, id)));
    expect(JSON.stringify([await all(), await logs.head(ID)])).not.toContain('secret');
    expect((await logs.head(ID)).seq).toBe(3 + 11 + 11);
    expect(faultIn(await all(), { seq: 0, hash: '' }, sha256)).toBeUndefined();
  });

  it('knows an entry by one spelling, and refuses what is not there or holds no words', async () => {
    const unnamed: Draft = { what: { kind: 'theory', text: 'secret' }, saidAt: at('10:00') };
    await logs.append(ID, () => [
      unnamed,
      note('a', 'mine'),
      { ...note('t'), what: { kind: 'left' } },
    ]);
    const takeOut = (entry: string) =>
      logs.append(ID, () => [
        { ...note(`r ${entry}`), what: { kind: 'redacted', entry: entry as EntryId } },
      ]);
    for (const spelling of ['1', '1.0', '0x1', 'n01', 'n1.0', 'N1', 'n2', 'n9', '']) {
      await expect(takeOut(spelling)).rejects.toMatchObject({ code: 'entry-not-found' });
    }
    await expect(takeOut('t')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(JSON.stringify(await all())).toContain('secret');
    await takeOut('n1');
    await takeOut('a');
    expect(JSON.stringify([await all(), await logs.head(ID)])).not.toMatch(/secret|mine/);
  });

  it('takes an entry once that stands twice in one call', async () => {
    const { entries } = await logs.append(ID, () => [note('a', 'one'), note('a', 'two')]);
    expect(entries).toMatchObject([{ what: { text: 'one' } }]);
  });

  it('reads any stretch', async () => {
    await logs.append(ID, () => Array.from({ length: 60 }, (_, n) => note(`${n + 1}`)));
    expect((await logs.entries(ID, 20, 50)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 31 }, (_, n) => n + 20),
    );
    expect(await logs.entries(ID, -5, 1)).toHaveLength(1);
    expect(await logs.entries(ID, 61, 99)).toEqual([]);
  });

  it('goes with its issue, later, and wholly', async () => {
    await logs.append(ID, () => Array.from({ length: 30 }, (_, n) => note(`${n}`)));
    await logs.append(OTHER, () => [note('x')]);
    await logs.expire(ID, at('10:00'));
    await logs.expire(ID, at('12:00'));
    expect(await logs.expired(at('09:59'))).toEqual([]);
    expect(await logs.expired(at('10:00'))).toEqual([ID]);
    await logs.keep(ID);
    expect(await logs.expired(at('23:00'))).toEqual([]);
    expect((await logs.head(ID)).seq).toBe(30);
    await logs.expire(ID, at('10:00'));
    await logs.remove(ID);
    await logs.remove(ID);
    expect(await logs.head(ID)).toEqual(EMPTY_HEAD);
    expect(await all()).toEqual([]);
    expect(await logs.expired(at('23:00'))).toEqual([]);
    expect((await logs.head(OTHER)).seq).toBe(1);
  });
}

describe('logs in memory', () => {
  keepsThePromises(() => new FakeIncidentLogs());
});

describe('logs in the key-value store', () => {
  keepsThePromises(() => {
    asEmptyStore();
    return { ...kvsIncidentLogs(), ...kvsLogKeeping() };
  });

  it('refuse for good what the store will never take, and take all else', async () => {
    asEmptyStore();
    const logs = kvsIncidentLogs();
    const huge: Draft = { ...note('huge'), what: { kind: 'note', text: 'x'.repeat(250_000) } };
    await expect(logs.append(ID, () => [huge])).rejects.toMatchObject({
      code: 'not-kept',
      details: { failure: 'refused' },
    });
    await logs.append(ID, () => [note('small')]);
    expect(await logs.entries(ID, 1, 9)).toHaveLength(1);
  });

  it('take words out of everything that is stored', async () => {
    const store = asEmptyStore();
    const logs = kvsIncidentLogs();
    await logs.append(ID, () => [
      { ...note('t'), what: { kind: 'theory', text: 'A name and an address' } },
    ]);
    expect(JSON.stringify(store.dump())).toContain('A name and an address');
    const what = { kind: 'redacted', entry: 't' as EntryId } as const;
    await logs.append(ID, () => [{ ...note('r'), what }]);
    expect(JSON.stringify(store.dump())).not.toContain('A name and an address');
  });

  it('leave nothing behind when they are removed', async () => {
    const store = asEmptyStore();
    const logs = { ...kvsIncidentLogs(), ...kvsLogKeeping() };
    await logs.append(ID, () => Array.from({ length: 30 }, (_, n) => note(`${n}`)));
    await logs.remove(ID);
    expect(JSON.stringify(store.dump())).not.toContain(ID);
  });
});
