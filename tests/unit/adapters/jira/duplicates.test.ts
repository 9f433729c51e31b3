import { expect, test } from '@jest/globals';
import { jiraDuplicates } from '../../../../src/adapters/jira/duplicates';
import { type IncidentId } from '../../../../src/domain/incident/incident';
import { FakeJira } from '../../../fakes/jira';
import { anIncident } from '../../../fixtures/incidents';

/** Which link says that one incident duplicates another: made once, and taken away again. */
const DUPLICATE = { id: '2', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' };
const LINK = 'POST /rest/api/3/issueLink';
const linkedTo = (...issuelinks: readonly object[]) => ({
  [`GET /rest/api/3/issue/${anIncident().id}`]: { fields: { issuelinks } },
});
const TYPES = {
  'GET /rest/api/3/issueLinkType': { issueLinkTypes: [DUPLICATE] },
  [LINK]: undefined,
};
const other = anIncident({ id: '7' as IncidentId });
const link = (jira: FakeJira) => jiraDuplicates(jira.ask).link(anIncident(), other);

const twin = (about: object) => ({
  id: '77',
  type: DUPLICATE,
  outwardIssue: { id: '7' },
  ...about,
});

test('that is there already is not made again', async () => {
  const types = TYPES;
  const jira = new FakeJira({ ...types, ...linkedTo(twin({})) });
  expect(await link(jira)).toBe('was-linked');
  expect(jira.writes).toEqual([]);
});

test.each([
  ['to another', { outwardIssue: { id: '8' } }],
  ['the other way round', { outwardIssue: undefined, inwardIssue: { id: '7' } }],
  ['of another meaning', { type: { ...DUPLICATE, name: 'Relates', outward: 'relates to' } }],
])('%s is another one', async (_, about) => {
  const types = TYPES;
  const jira = new FakeJira({ ...types, ...linkedTo(twin(about)) });
  expect(await link(jira)).toBe('linked');
  await jiraDuplicates(jira.ask).unlink(anIncident(), other.id);
  expect(jira.writes.map(({ call }) => call)).toEqual([LINK]);
});

test('is taken away, and no other', async () => {
  const gone = 'DELETE /rest/api/3/issueLink/77';
  const jira = new FakeJira({
    ...linkedTo(twin({}), twin({ id: '78', outwardIssue: { id: '8' } })),
    [gone]: undefined,
  });
  await jiraDuplicates(jira.ask).unlink(anIncident(), other.id);
  expect(jira.writes.map(({ call }) => call)).toEqual([gone]);
});
