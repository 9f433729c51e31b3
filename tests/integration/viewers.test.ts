import { expect, test } from '@jest/globals';
import { viewersOfAnIncident } from '../../bench/viewers';

test('a hundred people who have an incident open for an hour cost none of the quota that all sites share', async () => {
  expect(await viewersOfAnIncident()).toMatchObject({ ok: true, budget: '0 in an hour' });
}, 60_000);
