import { expect, test } from '@jest/globals';
import { draftsFromJira, type MarkedComment } from '../../../src/domain/log/from-jira';
import { type EntryId } from '../../../src/domain/log/what';
import { anIncident, at, DANA } from '../../fixtures/incidents';
import { MemoryLog } from '../../support/log';

const one = (text: string, version = at('10:10'), id = '7'): MarkedComment => ({
  id,
  at: at('10:10'),
  version,
  text,
  by: DANA.id,
});

/** A log that looks at comments again and again. */
function world() {
  const log = new MemoryLog();
  const look = (marked: readonly MarkedComment[], isWhole = true) => {
    const { comments: taken = [] } = log.head;
    const from = { history: [], comments: { marked, isWhole }, taken };
    const known = new Set(log.entries.map(({ id }) => id));
    for (const draft of draftsFromJira(anIncident(), from, at('12:00')))
      if (!draft.id || !known.has(draft.id)) log.append(draft);
  };
  const words = () =>
    log.entries.flatMap(({ what }) =>
      what.kind === 'jira' && 'text' in what.change ? [what.change.text] : [],
    );
  return { log, look, words };
}

test('a comment is taken once, and its words follow each edit', () => {
  const { log, look, words } = world();
  look([one('first')]);
  look([one('first')]);
  look([one('second', at('10:20'))]);
  look([one('second', at('10:20'))]);
  look([one('third', at('10:30'))]);
  expect(words()).toEqual(['', '', 'third']);
  expect(log.head.comments).toMatchObject([{ comment: '7', version: at('10:30') }]);
});

test('one that is missing goes, unless not all were read', () => {
  const { log, look, words } = world();
  look([one('first'), one('other', at('10:10'), '8')]);
  look([one('other', at('10:10'), '8')], false);
  expect(words()).toEqual(['first', 'other']);
  look([one('other', at('10:10'), '8')]);
  look([one('other', at('10:10'), '8')]);
  expect(words()).toEqual(['', 'other']);
  expect(log.entries).toHaveLength(3);
});

test('one that is for everybody again is taken again', () => {
  const { look, words } = world();
  look([one('first')]);
  look([]);
  look([one('first', at('11:00'))]);
  expect(words()).toEqual(['', 'first']);
});

test('words that somebody took out by hand come back with no edit', () => {
  const { log, look, words } = world();
  look([one('a password')]);
  const what = { kind: 'redacted', entry: 'comment-7' as EntryId } as const;
  log.append({ id: 'r' as EntryId, what, saidAt: at('10:15'), by: DANA.id });
  look([one('a password, edited', at('10:20'))]);
  look([]);
  expect(words()).toEqual(['']);
});
