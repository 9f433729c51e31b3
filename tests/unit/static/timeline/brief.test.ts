import { describe, expect, test } from '@jest/globals';
import { briefOf } from '../../../../static/incident-panel/timeline/brief';
import { rowsOf } from '../../../../static/incident-panel/timeline/rows';
import { anIncident, logOf, MINUTE, NOON, telling } from './fixtures';

const said = (text: string) => ({ entry: 'e1', at: NOON, by: 'dana', text });
const FULL = anIncident(
  {
    severity: 1,
    incidentManager: { id: 'dana', name: 'Dana Okafor' },
    clock: { since: '2026-03-02T11:48:00.000Z', from: 'impactStart', until: null },
  },
  {
    faultyService: 'Payments',
    affectedProducts: ['Web shop', 'Mobile app'],
    answers: { impact: said('Nobody can pay'), affected: said('Germany') },
    leader: { person: 'dana', since: NOON },
    roles: [
      { id: 'techLead', holders: [{ person: 'ines', since: NOON }] },
      { id: 'communicationsManager', holders: [] },
    ],
    theories: [
      { ...said('The pool is too small'), state: 'supported', observations: [], experiments: [] },
      { ...said('The network'), state: 'open', observations: [], experiments: [] },
    ],
    told: { internal: { count: 1, last: said('We look') }, external: { count: 0 } },
    promises: { past: [], kept: 0, missed: 0, open: { due: NOON + 90 * MINUTE, at: NOON } },
  },
);

const lines = async (
  incident = FULL,
  rows = rowsOf(
    logOf({ what: { kind: 'decision', text: 'Roll back' } }, { what: { kind: 'note', text: 'x' } }),
  ),
  locale: 'en-US' | 'de-DE' = 'en-US',
) => briefOf(incident, rows, await telling(locale)).map((line) => line.replaceAll('\u202f', ' '));

describe('the brief', () => {
  test('says in five lines where it stands', async () => {
    expect(await lines()).toEqual([
      'SEV 1 Critical: Checkout is down. Faulty service: Payments. Since Mar 2, 11:48 AM (1 h 12 min).',
      'Impact: Nobody can pay. Affected: Germany · Web shop, Mobile app.',
      'Dana Okafor leads since Mar 2, 12:00 PM. Tech lead: Ines Brandt.',
      'Theory, supported: The pool is too small. Last decision (Mar 2, 12:00 PM): Roll back.',
      'Last internal update Mar 2, 12:00 PM: We look. The next is due Mar 2, 01:30 PM.',
    ]);
  });

  test('says what is not known', async () => {
    expect(await lines(anIncident(), [])).toEqual([
      'No severity yet: Checkout is down. Since when is not known.',
      'Nobody has described the impact yet. Who is affected is not known.',
      'Nobody leads.',
      'No theory yet.',
      'No internal update yet. None is promised.',
    ]);
  });

  test('has five lines in German too', async () => {
    const german = await lines(FULL, undefined, 'de-DE');
    expect(german).toHaveLength(5);
    expect(german.join()).not.toMatch(/\{\w+\}|undefined/);
  });

  test('takes the newest open theory where none is supported, and names an overdue update', async () => {
    const theories = [
      { ...said('A'), state: 'ruledOut' as const, observations: [], experiments: [] },
      { ...said('B'), state: 'open' as const, observations: [], experiments: [] },
    ];
    const promises = { past: [], kept: 0, missed: 0, open: { due: NOON, at: NOON } };
    const brief = await lines(anIncident({}, { theories, promises }), []);
    expect(brief[3]).toBe('Theory, open: B.');
    expect(brief[4]).toContain('The next was due Mar 2, 12:00 PM.');
  });
});
