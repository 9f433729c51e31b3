import { describe, expect, test } from '@jest/globals';
import { kvsIncidentLogs } from '../../src/adapters/store/incident-logs';
import { type Change } from '../../src/domain/incident/history';
import { type IncidentId } from '../../src/domain/incident/incident';
import { draftsFromJira } from '../../src/domain/log/from-jira';
import { type Instant } from '../../src/domain/time';
import { anIncident, at } from '../fixtures/incidents';
import { asEmptyStore } from '../support/store';

/** An issue with thousands of changes, as an import of links leaves it, costs no more to go on with than any other. */
const ID = '10042' as IncidentId;
const link = (n: number, moment = (at('10:00') + n * 1000) as Instant): Change => ({
  id: String(n),
  at: moment,
  links: [{ added: true, text: `This relates to TEAM-${n}` }],
});
const imported = (count: number) => Array.from({ length: count }, (_, n) => link(n));

/** A log in a store, and how many keys it was asked for. */
function counted() {
  let keys = 0;
  const store = asEmptyStore();
  const fetch = (globalThis as { __forge_fetch__?: (...args: never[]) => unknown }).__forge_fetch__;
  Object.assign(globalThis, {
    __forge_fetch__: (_: never, path: never, asked: { body: string }) => {
      const body: unknown = JSON.parse(asked.body);
      if (String(path).endsWith('get')) keys += Array.isArray(body) ? body.length : 1;
      return fetch?.(_, path, asked as never);
    },
  });
  const logs = kvsIncidentLogs();
  return {
    store,
    logs,
    catchUp: (history: readonly Change[]) =>
      logs.append(ID, ({ jiraUntil: until, comments: taken = [] }) =>
        draftsFromJira(
          anIncident(),
          { history, until, comments: { marked: [], isWhole: true }, taken },
          at('12:00'),
        ),
      ),
    read() {
      const read = keys;
      keys = 0;
      return read;
    },
  };
}

const texts = async ({ logs }: ReturnType<typeof counted>) => {
  const { seq } = await logs.head(ID);
  return (await logs.entries(ID, 1, seq)).map(({ id }) => id);
};

describe('a long change log', () => {
  test('is taken in with a few reads for each change, and gone on with for a constant price', async () => {
    const log = counted();
    await log.catchUp(imported(1200));
    expect(log.read()).toBeLessThan(1200 * 4);
    expect(await texts(log)).toHaveLength(1200);
    log.read();
    await log.catchUp(imported(1200));
    expect(log.read()).toBeLessThan(40);
    const { entries } = await log.catchUp(imported(1201));
    expect(entries.map(({ id }) => id)).toEqual(['jira-1200-link-0']);
    expect(log.read()).toBeLessThan(50);
  }, 60_000);

  test('misses nothing of one moment, nor what came in a little late', async () => {
    const log = counted();
    const same = Array.from({ length: 60 }, (_, n) => link(n, at('10:00')));
    await log.catchUp(same.slice(0, 30));
    await log.catchUp(same);
    const later = [...same, link(60, at('10:10'))];
    await log.catchUp(later);
    // Jira wrote this one behind the other, with an earlier moment.
    const late = [...same, link(61, at('10:05')), link(60, at('10:10'))];
    await log.catchUp(late);
    expect((await texts(log)).toSorted()).toEqual(
      late.map(({ id }) => `jira-${id}-link-0`).toSorted(),
    );
  });
});
