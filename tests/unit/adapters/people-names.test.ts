import { expect, it } from '@jest/globals';
import { jiraPeopleNames } from '../../../src/adapters/jira/people-names';
import { DANA } from '../../fixtures/incidents';

it('goes on without the name of somebody whom the site does not know any more', async () => {
  const answer = { values: [null, { accountId: DANA.id, displayName: 'Dana' }] };
  const names = await jiraPeopleNames(() => Promise.resolve(answer)).of([DANA.id]);
  expect([...names]).toEqual([[DANA.id, 'Dana']]);
});
