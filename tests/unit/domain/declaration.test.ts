import { describe, expect, it } from '@jest/globals';
import {
  afterRefusal,
  firstAttempt,
  type Refusal,
} from '../../../src/domain/declaring/declaration';
import { pendingOf, possibleTimes, stillPending } from '../../../src/domain/declaring/pending';
import { type Incident } from '../../../src/domain/incident/incident';
import { anIncident, at } from '../../fixtures/incidents';
import { someSettings } from '../../fixtures/settings';

const settings = someSettings();
const ALL = {
  summary: 'Card payments fail',
  description: 'Every second customer.',
  severity: 1 as const,
  service: 'Payments',
  products: ['Web shop', 'Store till'],
  source: 'monitoring' as const,
};
const first = firstAttempt(ALL);
const refusing = (fields: Refusal['fields'], said: string | null = null): Refusal => ({
  fields,
  said,
});

describe('the first try', () => {
  it('has everything that was declared, in words', () => {
    expect(first).toEqual({
      summary: 'Card payments fail',
      wish: {
        severity: ['1'],
        faultyService: ['Payments'],
        affectedProducts: ['Web shop', 'Store till'],
        description: ['Every second customer.'],
      },
      refused: {},
    });
    expect(firstAttempt({ summary: 'Down', source: 'self' }).wish).toEqual({});
  });

  it('cuts a summary that Jira would refuse, and keeps it whole above the description', () => {
    const long = `${'very '.repeat(60)}\nslow`;
    const { summary, wish } = firstAttempt({ ...ALL, summary: long });
    expect(summary).toHaveLength(255);
    expect(summary).toMatch(/^very very .*…$/);
    expect(wish.description?.[0]).toMatch(/^very very .* slow\n\nEvery second customer\.$/);
  });
});

it('cuts no emoji of a summary in two', () => {
  const { summary } = firstAttempt({ ...ALL, summary: `${'x'.repeat(253)}😀 and more` });
  expect(summary).toBe(`${'x'.repeat(253)}…`);
});

describe('what goes next', () => {
  it.each([
    {
      against: 'two fields',
      refusal: refusing({ severity: 'a', description: 'b' }, 'a b'),
      left: ['faultyService', 'affectedProducts'],
      refused: { severity: 'a', description: 'b' },
    },
    {
      against: 'nothing it names',
      refusal: refusing({}, 'Not today.'),
      left: [],
      refused: {
        severity: 'Not today.',
        faultyService: 'Not today.',
        affectedProducts: 'Not today.',
        description: 'Not today.',
      },
    },
  ])('against $against', ({ refusal, left, refused }) => {
    const next = afterRefusal(first, refusal);
    expect(Object.keys(next?.wish ?? {})).toEqual(left);
    expect(next?.refused).toEqual(refused);
  });

  it('against a field that was dropped before drops the rest, and gives up without any', () => {
    const dropped = afterRefusal(first, refusing({ severity: 'a' }));
    const alone = dropped && afterRefusal(dropped, refusing({ severity: 'It is required.' }));
    expect(alone?.wish).toEqual({});
    expect(alone && afterRefusal(alone, refusing({ severity: 'It is required.' }))).toBeUndefined();
  });
});

describe('what is pending', () => {
  const bare: Incident = { ...anIncident(), severity: undefined };
  const raised: Incident = { ...bare, faultyService: null, affectedProducts: [] };
  const nothing = { refused: {}, settings };

  it('is what the issue does not say, with the reason, until it says it or something else', () => {
    const { wish } = first;
    const refused = { severity: 'Not on the screen.' };
    const pending = pendingOf(wish, raised, { refused, settings });
    expect(pending[0]).toMatchObject({ field: 'severity', reason: 'Not on the screen.' });
    const still = (incident: Incident) =>
      stillPending(incident, { pending }).map((one) => one.field);
    expect(still(raised)).toContain('severity');
    expect(still({ ...raised, severity: 1 })).not.toContain('severity');
    expect(still({ ...raised, severity: 3 })).not.toContain('severity');
  });

  it('asks for a product alone that is not there, whatever the case', () => {
    const some = { ...raised, affectedProducts: [{ id: '1', name: 'WEB shop' }] };
    expect(pendingOf({ affectedProducts: ['Web shop', 'Till'] }, some, nothing)).toMatchObject([
      { wanted: ['Till'], why: 'unknown-name' },
    ]);
  });

  it('of a text is known by the refusal alone', () => {
    const wish = { description: ['Every second customer.'] };
    expect(pendingOf(wish, raised, nothing)).toEqual([]);
    expect(pendingOf(wish, raised, { ...nothing, refused: { description: null } })).toMatchObject([
      { field: 'description', why: 'refused', reason: null },
    ]);
  });
});

describe('declared times', () => {
  const now = at('10:05');
  const times = (impactStart: string, detected: string) =>
    possibleTimes(
      { ...ALL, impactStart: at(impactStart), detected: at(detected) },
      anIncident({ created: at('10:00') }),
      now,
    );

  it.each([
    ['09:50', '09:57', ['impactStart', 'impactDetected'], []],
    ['09:59', '09:57', ['impactDetected'], ['impactStart']],
    ['09:50', '10:30', ['impactStart'], ['impactDetected']],
    ['10:40', '10:30', [], ['impactStart', 'impactDetected']],
  ])('start %s, detected %s', (start, detected, possible, impossible) => {
    const found = times(start, detected);
    expect(Object.keys(found.change).sort()).toEqual([...possible].sort());
    expect(found.impossible.map(({ field }) => field)).toEqual(impossible);
  });
});
