import { describe, expect, test } from '@jest/globals';
import { NO_NOTES } from '../../../src/domain/clocks/notes';
import { withoutOverwriting } from '../../../src/domain/clocks/overwritten';
import { type History } from '../../../src/domain/incident/history';
import { type Instant } from '../../../src/domain/time';
import { DANA } from '../../fixtures/incidents';

const CREATED = 0 as Instant;
const GIVEN = 600_000 as Instant;
const PERSON = { ...DANA, isApp: false };
const APP = { ...DANA, isApp: true };

/** Dana gives a detection, and an app writes another moment over it. */
function writtenOver(to: Instant): History {
  return [
    { at: 1000 as Instant, by: PERSON, times: { impactDetected: { from: null, to: GIVEN } } },
    { at: 2000 as Instant, by: APP, times: { impactDetected: { from: GIVEN, to } } },
  ];
}

const detectedAfter = (to: Instant) =>
  withoutOverwriting({ times: { impactDetected: to }, created: CREATED }, NO_NOTES, writtenOver(to))
    .times.impactDetected;

describe('what an app wrote over what a person had given', () => {
  test('gives way where it is the default, which nobody asked for', () => {
    expect(detectedAfter(CREATED)).toBe(GIVEN);
  });

  test('stays where it is a moment of its own: an automation means what it writes', () => {
    const other = 900_000 as Instant;
    expect(detectedAfter(other)).toBe(other);
  });
});
