import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { forgeDoor } from '../../../src/adapters/forge/door';
import { forgeJobs } from '../../../src/adapters/forge/jobs';
import { PLATFORM_MS } from '../../../src/adapters/in-time';
import { kvsAccounts } from '../../../src/adapters/store/accounts';
import { kvsAlerts } from '../../../src/adapters/store/alerts';
import { kvsDeployments } from '../../../src/adapters/store/deployments';
import { kvsFigureRows } from '../../../src/adapters/store/figure-rows';
import { kvsFindings } from '../../../src/adapters/store/findings';
import { kvsIncidentLogs } from '../../../src/adapters/store/incident-logs';
import { kvsLogKeeping } from '../../../src/adapters/store/log-keeping';
import { kvsSettings } from '../../../src/adapters/store/settings';
import { kvsSiteMaps } from '../../../src/adapters/store/site-maps';
import { IncidentError } from '../../../src/domain/errors';
import { type IncidentId } from '../../../src/domain/incident/incident';
import { instant } from '../../../src/domain/time';
import { told } from '../../fixtures/alerts';
import { at, DANA } from '../../fixtures/incidents';
import { someSettings } from '../../fixtures/settings';
import { asEmptyStore } from '../../support/store';

const ID = '10042' as IncidentId;
const NOW = instant('2026-03-02T12:00:00Z');

/** The platform, which takes a question of this kind and never answers it. @returns resolves when it was asked */
function hangingAt(path: RegExp): Promise<void> {
  return new Promise((resolve) => {
    asEmptyStore((asked) => {
      if (!path.test(asked)) return Promise.resolve();
      resolve();
      return new Promise(() => undefined);
    });
  });
}

beforeEach(() => {
  // Answers are read by what these do.
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** What an act has come to when the platform has not answered until its deadline; and that it has not before. */
async function outcomeOf(act: () => Promise<unknown>, path: RegExp): Promise<unknown> {
  const asked = hangingAt(path);
  let outcome: unknown = 'still waiting';
  const done = act().then(
    (value) => (outcome = value),
    (error: unknown) => (outcome = error),
  );
  await Promise.race([asked, done]);
  await jest.advanceTimersByTimeAsync(PLATFORM_MS - 1);
  expect(outcome).toBe('still waiting');
  await jest.advanceTimersByTimeAsync(1);
  return outcome;
}

const settings = () => kvsSettings(() => Promise.resolve(someSettings()));

describe('a platform that does not answer', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['the head of a log', () => kvsIncidentLogs().head(ID)],
    ['heads of logs', () => kvsIncidentLogs().heads([ID])],
    ['entries', () => kvsIncidentLogs().entries(ID, 1, 3)],
    ['settings', () => settings().get()],
    ['a version of the settings', () => settings().find(3)],
    ['the site map', () => kvsSiteMaps().get()],
    ['alerts', () => kvsAlerts().open()],
    ['deployments', () => kvsDeployments().within({ from: NOW, until: NOW })],
    ['figures', () => kvsFigureRows().all()],
    ['findings', () => kvsFindings().count('all')],
    ['logs that are to go', () => kvsLogKeeping().expired(NOW)],
    ['accounts', () => kvsAccounts().due(NOW)],
    ['a secret', () => forgeDoor('deployment').secret()],
    ['an address', () => forgeDoor('deployment').address()],
  ])('may be asked for %s again', async (_, act) => {
    const outcome = await outcomeOf(act, /./);
    expect(outcome).toBeInstanceOf(IncidentError);
    expect(outcome).toMatchObject({ code: 'unavailable', details: { failure: 'retry' } });
  });

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['the first entry of a log', () => kvsIncidentLogs().append(ID, () => [NOTE]), /entity\/set/],
    ['an entry', () => kvsIncidentLogs().append(ID, () => [NOTE]), /transaction/],
    [
      'settings',
      () => settings().save(someSettings(), { from: 0, by: DANA.id, at: NOW }),
      /transaction/,
    ],
    ['a language', () => settings().speak('de-DE'), /transaction/],
    [
      'an alert',
      () => kvsAlerts().accept(told({ alertId: 'a', summary: 's', source: 'monitoring' }, NOW)),
      /entity\/set/,
    ],
    ['how complete figures are', () => kvsFigureRows().complete(NOW), /entity\/set/],
    ['accounts', () => kvsAccounts().keep([DANA.id]), /batch\/set/],
    ['a secret', () => forgeDoor('deployment').renew(), /secret\/set/],
    ['a job', () => forgeJobs().handOver({ kind: 'raise', alert: 'a' }), /./],
  ])('may have kept %s', async (_, act, path) => {
    const outcome = await outcomeOf(act, path);
    expect(outcome).toBeInstanceOf(IncidentError);
    expect(outcome).toMatchObject({ code: 'unavailable', details: { failure: 'uncertain' } });
  });
});

const NOTE = { what: { kind: 'note', text: 'a' }, saidAt: at('10:00'), by: DANA.id } as const;
