import { describe, expect, test } from '@jest/globals';
import { type ImpactTimes } from '../../../src/domain/clocks/clocks';
import { type ErrorCode, IncidentError } from '../../../src/domain/errors';
import { keepTimes } from '../../../src/usecases/clocks/keep-times';
import { FakeIncidents } from '../../fakes/incidents';
import { anIncident, at } from '../../fixtures/incidents';

const BEFORE = { impactStart: at('09:00'), impactDetected: at('09:05') };
const incident = anIncident({ times: BEFORE });

/** Jira, which throws what it is told to of what it is asked; every question is kept. */
function jiraThat(refuses: (times: ImpactTimes) => Error | undefined) {
  const asked: ImpactTimes[] = [];
  const incidents = new FakeIncidents([incident]);
  incidents.setTimes = (_, times) => {
    asked.push(times);
    const error = refuses(times);
    return error ? Promise.reject(error) : Promise.resolve();
  };
  return { asked, incidents };
}

const no = (code: ErrorCode, subject?: string) => new IncidentError(code, 'No', { subject });
const AFTER = { ...BEFORE, impactDetected: at('09:10'), impactRecovered: at('10:00') };

describe('times that Jira is asked to keep', () => {
  test('are asked for together, once, and nothing is left over', async () => {
    const { asked, incidents } = jiraThat(() => undefined);
    expect(await keepTimes(incidents, incident, AFTER)).toEqual({});
    expect(asked).toEqual([AFTER]);
  });

  test('that it keeps already are not asked for', async () => {
    const { asked, incidents } = jiraThat(() => no('refused'));
    expect(await keepTimes(incidents, incident, BEFORE)).toEqual({});
    expect(asked).toEqual([]);
  });

  test.each([
    ['refused', 'Not on the screen.'],
    ['refused', undefined],
    ['forbidden', 'Not you.'],
  ] as const)('and are %s (%s) are asked for one by one, beside what stands', async (code, why) => {
    const refuses = ({ impactRecovered }: ImpactTimes) =>
      impactRecovered === undefined ? undefined : no(code, why);
    const { asked, incidents } = jiraThat(refuses);
    expect(await keepTimes(incidents, incident, AFTER)).toEqual({ impactRecovered: why ?? null });
    expect(asked).toEqual([
      AFTER,
      { ...BEFORE, impactDetected: at('09:10') },
      { ...BEFORE, impactRecovered: at('10:00') },
    ]);
  });

  test('of which only one is another are not asked for twice', async () => {
    const { asked, incidents } = jiraThat(() => no('refused', 'Locked.'));
    const one = { ...BEFORE, impactDetected: at('09:10') };
    expect(await keepTimes(incidents, incident, one)).toEqual({ impactDetected: 'Locked.' });
    expect(asked).toEqual([one]);
  });

  test('of which all are refused say why of each', async () => {
    const { incidents } = jiraThat(() => no('refused', 'Never.'));
    expect(await keepTimes(incidents, incident, AFTER)).toEqual({
      impactDetected: 'Never.',
      impactRecovered: 'Never.',
    });
  });

  test.each(['not-found', 'unavailable', 'not-set-up'] as const)(
    'and are answered with %s are no refusal, together or alone',
    async (code) => {
      const together = jiraThat(() => no(code));
      await expect(keepTimes(together.incidents, incident, AFTER)).rejects.toMatchObject({ code });
      expect(together.asked).toHaveLength(1);
      const alone = jiraThat((times) => (times === AFTER ? no('refused') : no(code)));
      await expect(keepTimes(alone.incidents, incident, AFTER)).rejects.toMatchObject({ code });
    },
  );

  test('a fault of the program is none either', async () => {
    const { incidents } = jiraThat(() => new TypeError('x'));
    await expect(keepTimes(incidents, incident, AFTER)).rejects.toThrow(TypeError);
  });
});
