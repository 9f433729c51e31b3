import { describe, expect, test } from '@jest/globals';
import { kvsSights } from '../../../src/adapters/store/sights';
import { onIssueChanged, onTransition } from '../../../src/entry/background/issue-events';
import { type Sight } from '../../../src/ports/figures/sights';
import { FakeJobs } from '../../fakes/jobs';
import { at, DANA } from '../../fixtures/incidents';
import { asEmptyStore } from '../../support/store';

/** Somebody looked at ten; one of them is changed at 10:10. */
function world() {
  asEmptyStore();
  const sights = kvsSights();
  const log = { info: () => undefined, warn: () => undefined };
  const wiring = { jobs: new FakeJobs(), log, sights, now: () => at('10:10') };
  const saw = (moment: string) => sights.save(DANA.id, null, sightOf(moment));
  return {
    saw,
    sight: () => sights.get(DANA.id, null),
    changed: onIssueChanged(wiring),
    moved: onTransition(wiring),
  };
}

const sightOf = (moment: string): Sight => ({
  state: 'found',
  at: at(moment),
  until: at('09:00'),
  of: 10,
  numbers: [7],
  are: 'hidden',
});

const issue = { id: '10042' };
const updated = (changelog?: unknown) => ({
  eventType: 'avi:jira:updated:issue',
  issue,
  changelog,
});
const changeOf = (...ids: string[]) => ({ items: ids.map((fieldId) => ({ field: 'x', fieldId })) });

describe('who sees what is remembered no more', () => {
  test.each([
    ['the security level was changed', updated(changeOf('summary', 'security'))],
    ['the project was', updated(changeOf('project'))],
    ['the assignee was, who may be the only one to see it', updated(changeOf('assignee'))],
    ['the reporter was', updated(changeOf('reporter'))],
    ['nobody says what was', updated()],
    ['what was cannot be read', updated({ items: 'security' })],
  ])('when %s', async (_, event) => {
    const { saw, sight, changed } = world();
    await saw('10:05');
    expect(await changed(event)).toBeUndefined();
    expect(await sight()).toBeUndefined();
  });

  test('when it was moved by a transition, which does not say what it changed', async () => {
    const { saw, sight, moved } = world();
    await saw('10:05');
    expect(await moved({ issue })).toBeUndefined();
    expect(await sight()).toBeUndefined();
  });

  test('where finding out began before, and ends after', async () => {
    const { saw, sight, changed } = world();
    await changed(updated(changeOf('security')));
    await saw('10:09');
    expect(await sight()).toBeUndefined();
    await saw('10:11');
    expect(await sight()).toEqual({ ...sightOf('10:11'), parts: 1 });
  });
});

test.each([
  ['something else was changed', updated(changeOf('summary', 'customfield_10031'))],
  ['somebody commented', { eventType: 'avi:jira:commented:issue', issue }],
])('it stays where %s', async (_, event) => {
  const { saw, sight, changed } = world();
  await saw('10:05');
  expect(await changed(event)).toBeUndefined();
  expect(await sight()).toMatchObject({ numbers: [7] });
});
