import { describe, expect, it, test } from '@jest/globals';
import { type FigureRow, type FiguresStated } from '../../../src/contract';
import { lastDaysAsDays } from '../../../static/incidents-page/days-of';
import {
  addressOf,
  configOf,
  groupingsOf,
  isFit,
  isFitPeriod,
  type PageState,
  stateIn,
  TABS,
} from '../../../static/incidents-page/page-state';
import { fileOf } from '../../../static/incidents-page/table/file-of';
import { VIEWERS } from '../../support/texts';

const split = (address: string) => {
  const [pathname = '', search = ''] = address.split('?');
  return { pathname, search };
};

describe('the address of the page', () => {
  const states: readonly PageState[] = [
    stateIn({ pathname: '/', search: '' }),
    {
      tab: 'where',
      period: { from: '2025-12-01', to: '2026-02-28' },
      severities: [1, 3],
      services: ['10020', '10021'],
      jql: 'labels in (a, "b & c")',
      span: 'quarter',
      group: 'product',
      all: true,
    },
  ];
  test.each(states)('says %j', (state) => {
    expect(stateIn(split(addressOf(state, '')))).toEqual(state);
  });

  it('keeps what others wrote into it, and drops what is no longer so', () => {
    const [plain] = states as [PageState, PageState];
    const { search } = split(addressOf(plain, '?board=7&severity=1&from=2025-01-01'));
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({ board: '7', days: '90' });
  });

  test.each([
    '/nowhere?days=31',
    '/?from=2026-01-02&to=2026-01-01',
    '/?severity=4,x&span=day',
    '/?from=2026-02-30&to=2026-03-01',
    '/?group=colour&from=2026-01-01',
    '/?to=tomorrow',
  ])('%s says nothing that there is', (address) => {
    expect(stateIn(split(address))).toEqual(states[0]);
  });
});

describe('what is asked for', () => {
  test.each([
    [{ from: '2026-01-01', to: '2026-01-01' }, true],
    [{ from: '2026-01-02', to: '2026-01-01' }, false],
    [{ from: '0202-01-02', to: '2026-01-01' }, false], // somebody is typing 2025
    [{ from: '', to: '2026-01-01' }, false],
    [{ from: '2026-02-29', to: '2026-03-01' }, false],
    [{ lastDays: 30 as const }, true],
  ])('%j can be: %s', (period, isGood) => {
    expect(isFitPeriod(period)).toBe(isGood);
  });

  it('waits for a query that is still empty', () => {
    const state = stateIn({ pathname: '/', search: '' });
    expect([null, '', ' ', 'project = A'].map((jql) => isFit({ ...state, jql }))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is grouped as the tab can be', () => {
    const state = { ...stateIn({ pathname: '/', search: '' }), span: 'week', group: 'severity' };
    const asked = TABS.map((tab) => [
      tab,
      groupingsOf(tab).length > 0 && configOf({ ...state, tab } as PageState, 'UTC').grouping,
    ]);
    expect(Object.fromEntries(asked)).toEqual({
      'how-long': false,
      'is-it-changing': 'week',
      where: 'severity',
      'first-steps': 'week',
      promises: 'week',
      'data-quality': false,
      table: false,
    });
  });

  it('the last days have names in the site’s zone', () => {
    const now = Date.parse('2026-03-02T23:30:00Z');
    expect(lastDaysAsDays(30, 'Europe/Berlin', now)).toEqual({
      from: '2026-02-02',
      to: '2026-03-03',
    });
    expect(lastDaysAsDays(90, 'America/New_York', now).to).toBe('2026-03-02');
  });
});

const NOON = Date.parse('2026-03-02T12:00:00Z');
const ROW: FigureRow = {
  id: '1',
  key: 'HOT-7',
  created: NOON,
  start: NOON - 600_000,
  detected: NOON - 510_000,
  recovered: NOON + 60_000,
  ttdMs: 90_000,
  ttrMs: 660_400,
  phase: 'resolved',
  severity: 1,
  service: { id: '9', name: '=cmd' },
  products: [{ id: '3', name: 'Shop, online' }],
  taken: null,
  internalWord: null,
  externalWord: NOON,
  rolesFilled: null,
  kept: 2,
  missed: 1,
  reopenedMs: null,
  excluded: null,
};
const STATED: FiguresStated = {
  definition: {
    version: 1,
    ttd: { from: 'impactStart', to: 'impactDetected' },
    ttr: { from: 'impactStart', to: 'impactRecovered' },
    cohort: 'impactStart',
    fields: { impactStart: 'cf1', impactDetected: 'cf2', impactRecovered: 'cf3' },
  },
  period: { from: NOON - 86_400_000, to: NOON },
  zone: 'Europe/Berlin',
  asOf: NOON,
  now: NOON,
  n: 1,
  open: 0,
  projectKey: 'HOT',
  excluded: { cancelled: 0, drill: 1, noStart: 2, noEnd: 0, impossible: 0 },
  withPrivate: false,
};

describe('the file', () => {
  const about = {
    input: { scope: { project: null, jql: 'labels = a\n=b' }, severities: [1, 2] },
    services: ['Payments'],
    withExcluded: false,
    stated: STATED,
  } as const;

  it('says first what the figures are', () => {
    const lines = fileOf([], about, VIEWERS.en).split('\r\n');
    expect(lines.slice(0, 14)).toEqual([
      '# Incidents of the project HOT',
      '# Time to recovery (TTR) = impact recovered (cf3) − impact start (cf1)',
      '# Time to detect (TTD) = impact detected (cf2) − impact start (cf1)',
      '# Definition version: 1',
      '# Period by impact start: 2026-03-01T12:00:00.000Z until before 2026-03-02T12:00:00.000Z',
      '# Time zone of the period: Europe/Berlin',
      '"# Severities: SEV 1; SEV 2"',
      '# Faulty services: Payments',
      '# Query (JQL): labels = a =b',
      '# Counted: 1 (not recovered yet: 0)',
      '"# Not counted: 1 drill, 2 without impact start"',
      '# Those not counted are not in this file',
      '# Raised until: 2026-03-02T12:00:00.000Z',
      '# Made at: 2026-03-02T12:00:00.000Z',
    ]);
  });

  it('has a row per incident: moments by ISO, minutes with two decimals, and no formula', () => {
    const [heads, row] = fileOf([ROW], about, VIEWERS.en).trimEnd().split('\r\n').slice(-2);
    expect(heads).toContain('Incident,Severity,Status,Faulty service,Affected products,Raised');
    expect(row).toBe(
      'HOT-7,SEV 1,Resolved,\'=cmd,"Shop, online",2026-03-02T12:00:00.000Z,' +
        '2026-03-02T11:50:00.000Z,2026-03-02T11:51:30.000Z,2026-03-02T12:01:00.000Z,' +
        '1.50,11.01,,,,2026-03-02T12:00:00.000Z,,2,1,',
    );
  });

  it('says in the reader’s language why one is not counted', () => {
    const file = fileOf([{ ...ROW, excluded: 'drill', ttrMs: null }], about, VIEWERS.de);
    expect(file.trimEnd().split('\r\n').at(-1)).toMatch(/,Übung$/);
    expect(file).toContain('# Fehlerhafte Services: Payments');
  });
});
