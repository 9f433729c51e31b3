import { describe, expect, test } from '@jest/globals';
import { type IncidentView } from '../../../src/contract';
import { isNews, lookIn, type Mark } from '../../../static/kit/jira/look';

const AT = '2026-03-02T12:00:00.000+0000';

describe("Jira's answer to a look", () => {
  test('says when the issue was changed and how far its log is', () => {
    const answer = { fields: { updated: AT }, properties: { 'incident-log': { seq: 7 } } };
    expect(lookIn(answer)).toEqual({ updated: Date.parse(AT), seq: 7 });
  });

  test.each([
    ['of an incident nobody said anything about', {}, null],
    ['of a mark that somebody wrote by hand', { 'incident-log': { seq: 'seven' } }, null],
    ['of a mark that is no object', { 'incident-log': null }, null],
  ])('%s says nothing of the log', (_, properties, seq) => {
    expect(lookIn({ fields: { updated: AT }, properties })).toEqual({
      updated: Date.parse(AT),
      seq,
    });
  });

  test.each([undefined, null, {}, { fields: {} }, { fields: { updated: 'soon' } }])(
    'is none: %j',
    (answer) => {
      expect(lookIn(answer)).toBeUndefined();
    },
  );
});

describe('what was seen', () => {
  const shown = { updated: AT, response: { seq: 5 } as IncidentView['response'] };
  const at = (ms: number, seq: number | null) => ({ updated: Date.parse(AT) + ms, seq });

  const CASES: readonly (readonly [string, ReturnType<typeof at>, Mark, boolean])[] = [
    ['nothing new', at(0, 5), 5, false],
    ['nothing new, before the first look', at(0, 5), undefined, false],
    ['a change of the issue', at(1, 5), 5, true],
    ['an entry, at the first look', at(0, 6), undefined, true],
    ['an entry', at(0, 6), 5, true],
    ['an issue that was read before the last change', at(-1, 5), 5, false],
    ['a mark older than what is shown, at the first look', at(0, 4), undefined, false],
    ['a mark that was seen already and never became newer', at(0, 4), 4, false],
    ['two marks that arrived the wrong way round', at(0, 6), 7, true],
    ['no mark', at(0, null), undefined, false],
  ];
  test.each(CASES)('%s', (_, look, mark, isSo) => {
    expect(isNews(look, shown, mark)).toBe(isSo);
  });
});
