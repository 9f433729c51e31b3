import { expect, test } from '@jest/globals';
import {
  jsonOf,
  markdownOf,
  tableOf,
} from '../../../../static/incident-panel/timeline/exporting/exports';
import { logOf, MINUTE, NOON, telling } from './fixtures';

const INCIDENT = { key: 'HOT-1', summary: 'Checkout_is down' };
const LOG = logOf(
  { what: { kind: 'observation', text: '=HYPERLINK("https://x.example")' } },
  { what: { kind: 'decision', text: 'Roll back,\nnow' }, by: 'ines' },
  { what: { kind: 'corrected', entry: 'e2', moment: NOON - 24 * 60 * MINUTE } },
  { what: { kind: 'note', text: '' }, isRedacted: true },
  { what: { kind: 'jira', change: { of: 'status', from: 'new', to: 'fixing' } }, by: undefined },
  { what: { kind: 'noted', notes: { lookedAt: NOON } }, by: undefined },
);
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('as Markdown it reads oldest first, a heading a day', async () => {
  expect(plain(markdownOf(INCIDENT, LOG, await telling())))
    .toBe(`# Timeline of HOT-1: Checkout\\_is down

Times in UTC

## Sunday, March 1, 2026

- **12:00 PM**, first said 12:01 PM Ines Brandt · Decision: Roll back,
  now

## Monday, March 2, 2026

- **12:00 PM** Dana Okafor · Observation: =HYPERLINK("https://x.example")
- **12:03 PM** Dana Okafor · Note: The words were taken out.
- **12:04 PM** Jira · Jira: status: New → Fixing
`);
});

test('as CSV it is quoted, and no cell is a formula', async () => {
  expect(tableOf(LOG, await telling())).toBe(
    [
      'number,at,first said,written,who,account,kind,text',
      '2,2026-03-01T12:00:00.000Z,2026-03-02T12:01:00.000Z,2026-03-02T12:01:00.000Z,Ines Brandt,ines,Decision,"Roll back,\nnow"',
      `1,2026-03-02T12:00:00.000Z,,2026-03-02T12:00:00.000Z,Dana Okafor,dana,Observation,"'=HYPERLINK(""https://x.example"")"`,
      '4,2026-03-02T12:03:00.000Z,,2026-03-02T12:03:00.000Z,Dana Okafor,dana,Note,The words were taken out.',
      '5,2026-03-02T12:04:00.000Z,,2026-03-02T12:04:00.000Z,Jira,,Jira,status: New → Fixing',
      '',
    ].join('\r\n'),
  );
});

test('as JSON it is complete, with names beside the account ids', () => {
  const people = { dana: 'Dana Okafor' };
  const json = jsonOf(INCIDENT, LOG, { people, exportedAt: NOON });
  expect(JSON.parse(json)).toEqual({
    incident: INCIDENT,
    exportedAt: '2026-03-02T12:00:00.000Z',
    people,
    entries: JSON.parse(JSON.stringify(LOG)) as unknown,
  });
});
