import { describe, expect, test } from '@jest/globals';
import { kvsSights } from '../../../src/adapters/store/sights';
import { onIssueChanged, onTransition } from '../../../src/entry/background/issue-events';
import { FakeJobs } from '../../fakes/jobs';
import { at } from '../../fixtures/incidents';
import { asEmptyStore } from '../../support/store';

/** What Jira's events become, whatever stands in them. */
function told() {
  const jobs = new FakeJobs();
  const lines: unknown[] = [];
  const keep = (event: string, fields: object = {}) => void lines.push({ event, ...fields });
  asEmptyStore();
  const log = { info: keep, warn: keep };
  const wiring = { jobs, log, sights: kvsSights(), now: () => at('10:10') };
  return { jobs, lines, wiring };
}

describe('an event about an issue', () => {
  test.each([
    ['a text', '10042'],
    ['a number', 10042],
  ])('is a look at it; its id is %s', async (_, id) => {
    const { jobs, wiring } = told();
    await onIssueChanged(wiring)({ eventType: 'avi:jira:updated:issue', issue: { id } });
    await onTransition(wiring)({ issue: { id } });
    const look = { kind: 'look-after', incident: '10042' };
    expect(jobs.waiting).toEqual([look, look]);
  });

  test('of its deletion is another one than any other', async () => {
    const { jobs, wiring } = told();
    await onIssueChanged(wiring)({ eventType: 'avi:jira:deleted:issue', issue: { id: '10042' } });
    expect(jobs.waiting).toEqual([{ kind: 'deleted', incident: '10042' }]);
  });

  test.each([
    [{}],
    [{ issue: {} }],
    [{ issue: { id: null } }],
    [{ issue: { id: '' } }],
    [undefined],
    ['words'],
  ])('that names none is said and dropped: %j', async (event) => {
    const { jobs, lines, wiring } = told();
    expect(await onIssueChanged(wiring)(event)).toBeUndefined();
    expect(await onTransition(wiring)(event)).toBeUndefined();
    expect(jobs.waiting).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(lines).toMatchObject([{ event: 'not done', code: 'invalid-input' }, {}]);
  });
});
