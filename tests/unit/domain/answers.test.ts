import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../../../src/domain/log/sayings';
import { ANSWER_LIMIT, type EntryId } from '../../../src/domain/log/what';
import { type Instant } from '../../../src/domain/time';
import { type PersonId } from '../../../src/domain/incident/incident';
import { MemoryLog } from '../../support/log';

const now = Date.parse('2026-03-02T12:00:00Z') as Instant;
const dana = 'person-dana' as PersonId;
const answer = (text: string, from?: EntryId | null) =>
  ({ kind: 'answer', question: 'impact', text, ...(from !== undefined && { from }) }) as const;

function answered() {
  const log = new MemoryLog();
  const first = log.say(answer('Cards fail.', null), { person: dana, now });
  return { log, first: first.id };
}

describe('an answer', () => {
  test('is kept whole as long as it may be, and refused when it is longer', () => {
    const { log, first } = answered();
    const long = 'ä'.repeat(ANSWER_LIMIT);
    log.say(answer(long, first), { person: dana, now });
    expect(log.head.answers.impact?.text).toBe(long);
    expect(() => log.say(answer(`${long}a`), { person: dana, now })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  test.each([
    ['none', null],
    ['another', 'e0' as EntryId],
  ])('written on top of %s is refused where somebody else has answered', (_, from) => {
    const { log } = answered();
    expect(() => log.say(answer('Wallets fail.', from), { person: dana, now })).toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    expect(log.head.answers.impact?.text).toBe('Cards fail.');
  });

  test('without a word on what it stands in for overwrites; said again it is the same', () => {
    const { log, first } = answered();
    const again = { id: first, person: dana, now };
    expect(draftOf(answer('Cards fail.', null), again, log.head)).toMatchObject({ id: first });
    log.say(answer('Wallets fail.'), { person: dana, now });
    expect(log.head.answers.impact?.text).toBe('Wallets fail.');
  });
});
