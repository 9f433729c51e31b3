import { describe, expect, test } from '@jest/globals';
import { type EntryView } from '../../../../src/contract';
import { textOf, whoIn } from '../../../../static/incident-panel/timeline/exporting/exports';
import { GROUP_OF } from '../../../../static/incident-panel/timeline/kinds';
import { rowsOf } from '../../../../static/incident-panel/timeline/rows';
import { logOf, MINUTE, NOON, telling } from './fixtures';

type What = EntryView['what'];
const at = NOON - 30 * MINUTE;
const start = (more: object = {}) => ({
  times: { impactStart: { moment: at, source: 'person', by: 'ines', at: NOON, ...more } },
});
const noted = (notes: object): What => ({ kind: 'noted', notes });
const jira = (change: Extract<What, { kind: 'jira' }>['change']): What => ({
  kind: 'jira',
  change,
});

/** Every kind of entry with what the line says of it. */
const LINES: readonly (readonly [What, string])[] = [
  [{ kind: 'observation', text: 'Errors' }, 'Errors'],
  [{ kind: 'decision', text: 'Roll back' }, 'Roll back'],
  [
    { kind: 'change', text: 'Restart', how: 'By hand', undo: 'Stop' },
    'Restart\nHow: By hand\nHow to undo it: Stop',
  ],
  [{ kind: 'theory', text: 'The pool' }, 'The pool'],
  [{ kind: 'experiment', text: 'Larger pool' }, 'Larger pool'],
  [{ kind: 'note', text: 'Coffee' }, 'Coffee'],
  [{ kind: 'confirmed', entry: 'old' }, 'has seen the same as an earlier observation says'],
  [{ kind: 'judged', theory: 'old', state: 'ruledOut' }, 'rules out the theory: “an earlier one”'],
  [
    { kind: 'result', experiment: 'old', text: 'Better' },
    'result of the experiment: “an earlier one”: Better',
  ],
  [
    { kind: 'corrected', entry: 'old', moment: at },
    'corrected the time of an entry to Mar 2, 11:30 AM',
  ],
  [{ kind: 'redacted', entry: 'old' }, 'took out the words of an entry'],
  [
    { kind: 'answer', question: 'impact', text: 'Nobody can pay' },
    'What do customers see?: Nobody can pay',
  ],
  [
    { kind: 'update', audience: 'internal', text: 'We look', next: NOON },
    'told people inside · the next update is promised for Mar 2, 12:00 PM: We look',
  ],
  [
    { kind: 'update', audience: 'external', text: 'Over', isFinal: true },
    'told customers that it is over: Over',
  ],
  [{ kind: 'promise', due: NOON }, 'promised the next update for Mar 2, 12:00 PM'],
  [{ kind: 'tick', item: 'mail', state: 'notNeeded' }, 'not needed: mail to those who must know'],
  [{ kind: 'skip', step: 'assess' }, 'passed over for now: the assessment'],
  [{ kind: 'joined' }, 'joined the response'],
  [{ kind: 'left' }, 'is off duty'],
  [{ kind: 'disciplined' }, 'went through the discipline checklist'],
  [{ kind: 'awake', since: at }, 'has been awake since Mar 2, 11:30 AM'],
  [{ kind: 'awake', since: null }, 'does not say any more since when awake'],
  [{ kind: 'roleMade', role: 'own:scribe', name: 'Scribe' }, 'made the role Scribe'],
  [{ kind: 'roleGiven', role: 'own:scribe', person: 'ines' }, 'gave Scribe to Ines Brandt'],
  [{ kind: 'roleGiven', role: 'techLead', person: 'dana' }, 'took the role tech lead'],
  [{ kind: 'roleLeft', role: 'techLead', person: 'ines' }, 'ended tech lead of Ines Brandt'],
  [{ kind: 'roleLeft', role: 'techLead', person: 'dana' }, 'gave back the role tech lead'],
  [{ kind: 'tookOver', role: 'techLead', from: 'nobody' }, 'took tech lead over from somebody'],
  [
    { kind: 'handOver', next: [{ role: 'techLead', person: 'ines' }], summary: 'Calm' },
    'plans a hand-over: tech lead to Ines Brandt: Calm',
  ],
  [{ kind: 'accepted', handOver: 'old' }, 'accepted the hand-over'],
  [{ kind: 'withdrawn', handOver: 'old' }, 'withdrew the hand-over'],
  [{ kind: 'cleanUp', issue: 'OPS-1', text: 'Logs' }, 'made the task OPS-1: Logs'],
  [
    { kind: 'review', address: 'https://wiki.example/1' },
    'started the review: https://wiki.example/1',
  ],
  [
    { kind: 'alert', state: 'joined', name: 'Disk full', from: 'Grafana', count: 10, firing: 9 },
    'Alert joined: Disk full from Grafana. Alerts so far: 10.',
  ],
  [
    { kind: 'alert', state: 'recovered', name: 'Disk full', count: 10, firing: 4 },
    'Alert recovered (Mar 2, 12:00 PM): Disk full. Still firing: 4.',
  ],
  [
    { kind: 'alert', state: 'again', name: 'Disk full', from: 'Grafana', count: 10, firing: 5 },
    'Alert is firing again: Disk full from Grafana. Firing: 5 of 10.',
  ],
  [jira({ of: 'status', from: 'new', to: 'fixing' }), 'status: New → Fixing'],
  [jira({ of: 'status', name: 'On hold' }), 'status: On hold'],
  [jira({ of: 'assignee', to: 'ines' }), 'the incident manager is Ines Brandt'],
  [
    jira({ of: 'assignee', from: 'ines', to: 'dana' }),
    'the incident manager is Dana Okafor, before Ines Brandt',
  ],
  [jira({ of: 'assignee', from: 'ines' }), 'nobody leads any more, before Ines Brandt'],
  [jira({ of: 'severity', from: 2, to: 1 }), 'severity 2 → 1'],
  [jira({ of: 'severity', to: 1 }), 'severity none → 1'],
  [jira({ of: 'link', added: true, text: 'relates to HOT-2' }), 'linked: relates to HOT-2'],
  [jira({ of: 'link', added: false, text: 'HOT-2' }), 'link taken away: HOT-2'],
  [jira({ of: 'comment', text: 'Restarted' }), 'commented: Restarted'],
  [noted(start()), 'Impact start: Mar 2, 11:30 AM'],
  [noted(start({ certainty: 'about' })), 'Impact start: Mar 2, 11:30 AM (about)'],
  [
    noted({ severity: { level: 1, by: 'ines', at: NOON, effort: 'hours' } }),
    'severity 1 confirmed, effort to fix: Hours',
  ],
  [noted({ detection: { source: 'customer', by: 'ines', at: NOON } }), 'noticed by: A customer'],
  [noted({ detection: null }), 'how it was noticed is open again'],
  [noted({ cancelled: { by: 'ines', at: NOON } }), 'no incident after all'],
  [
    noted({ cancelled: { by: 'ines', at: NOON, duplicate: { linked: true, reason: null } } }),
    'a duplicate of another incident',
  ],
];

describe('what a line says', () => {
  test.each(LINES)('%j: %s', async (what, text) => {
    const [row] = rowsOf(logOf({ what }));
    expect(row && textOf(row, await telling()).replaceAll('\u202f', ' ')).toBe(text);
  });

  test.each(LINES)('in German too: %j', async (what) => {
    const [row] = rowsOf(logOf({ what }));
    const said = row && textOf(row, await telling('de-DE'));
    expect(said).toBeTruthy();
    expect(said).not.toMatch(/\{\w+\}|undefined|null/);
  });

  test('is tried for every kind there is', () => {
    expect([...new Set(LINES.map(([{ kind }]) => kind))].sort()).toEqual(
      Object.keys(GROUP_OF).sort(),
    );
  });

  test('is by whoever noted it', async () => {
    const [row] = rowsOf(logOf({ what: noted(start()), by: undefined }));
    expect(row && whoIn(row, await telling())).toBe('Ines Brandt');
  });
});

describe('times that were noted', () => {
  const after = (more: object) =>
    rowsOf(
      logOf(
        { what: noted(start()) },
        { what: noted(start({ by: 'dana', at: NOON + MINUTE, ...more })) },
      ),
    );

  test.each([
    [{}, 'Impact start confirmed: Mar 2, 11:30 AM'],
    [{ moment: at - MINUTE }, 'Impact start: Mar 2, 11:29 AM, first said Mar 2, 11:30 AM'],
    [{ moment: null }, 'Impact start taken away, it was Mar 2, 11:30 AM'],
    [{ moment: at, source: 'changelog' }, 'Impact start: Mar 2, 11:30 AM (entered in Jira)'],
  ])('%j: %s', async (more, text) => {
    const [row] = after(more);
    expect(row && textOf(row, await telling()).replaceAll('\u202f', ' ')).toBe(text);
  });

  test('that Jira did not keep, looks and waiting declarations are nothing that people are told', () => {
    const again = start({ held: { reason: null, over: null } });
    const rows = rowsOf(
      logOf(
        { what: noted(start()) },
        { what: noted(again) },
        { what: noted({ lookedAt: NOON }) },
        { what: noted({ pending: [] }) },
      ),
    );
    expect(rows.map(({ entry }) => entry.seq)).toEqual([1]);
  });
});
