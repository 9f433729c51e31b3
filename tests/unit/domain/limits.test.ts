import { describe, expect, test } from '@jest/globals';
import { IncidentError } from '../../../src/domain/errors';
import { type Head, EMPTY_HEAD } from '../../../src/domain/log/head';
import { draftOf, type Saying } from '../../../src/domain/log/sayings';
import { entryId, roleId } from '../../../src/domain/log/what';
import { dueOf } from '../../../src/domain/response/next-due';
import { type Situation } from '../../../src/domain/response/next';
import { problemsOf, tidied } from '../../../src/domain/settings/rules';
import { wilson } from '../../../src/domain/statistics/proportions';
import { type Instant, instantAt } from '../../../src/domain/time';
import { ADA, anIncident, at, DANA, INES, noted } from '../../fixtures/incidents';
import { someSettings, UNKNOWN } from '../../fixtures/settings';

/** Both sides of each limit of the domain. */
const NOW = at('12:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const off = (ms: number): Instant => instantAt(NOW + ms);

function codeOf(saying: Saying, about: { at?: Instant; head?: Head } = {}): string | undefined {
  try {
    const { head = EMPTY_HEAD, ...when } = about;
    draftOf(saying, { id: entryId('e9'), person: DANA.id, now: NOW, ...when }, head);
    return undefined;
  } catch (error) {
    return error instanceof IncidentError ? error.code : 'fault';
  }
}

const roles = (count: number): Head => ({
  ...EMPTY_HEAD,
  roles: Array.from({ length: count }, (_, n) => ({
    id: roleId(`own:${n}`),
    name: `Role ${n}`,
    holders: [],
  })),
});

describe('what is said', () => {
  const note = (letters: number): Saying => ({ kind: 'note', text: 'x'.repeat(letters) });
  const answer = (letters: number): Saying => ({
    kind: 'answer',
    question: 'impact',
    text: 'x'.repeat(letters),
  });
  const made = (name: string): Saying => ({ kind: 'roleMade', role: roleId('own:new'), name });

  test.each<[string, Saying, string | undefined, { at?: Instant; head?: Head }?]>([
    ['8000 letters', note(8000), undefined],
    ['8001 letters', note(8001), 'invalid-input'],
    ['spaces alone', { kind: 'note', text: ' \n ' }, 'invalid-input'],
    ['an answer of 1000 letters', answer(1000), undefined],
    ['an answer of 1001', answer(1001), 'invalid-input'],
    ['a moment that a browser is ahead by a minute', note(1), undefined, { at: off(MINUTE) }],
    ['a moment beyond', note(1), 'moment-in-future', { at: off(MINUTE + 1) }],
    ['a promise for now', { kind: 'promise', due: NOW }, 'due-in-past'],
    ['a promise for the next moment', { kind: 'promise', due: off(1) }, undefined],
    ['a promise in a week', { kind: 'promise', due: off(7 * DAY) }, undefined],
    ['a promise after it', { kind: 'promise', due: off(7 * DAY + 1) }, 'due-in-past'],
    [
      'an update that promises the next for now',
      { kind: 'update', audience: 'internal', text: 'x', next: NOW },
      'due-in-past',
    ],
    ['awake for three days', { kind: 'awake', since: off(-72 * HOUR) }, undefined],
    ['awake for longer', { kind: 'awake', since: off(-72 * HOUR - 1) }, 'invalid-input'],
    ['awake since a minute ahead', { kind: 'awake', since: off(MINUTE) }, undefined],
    ['awake since later', { kind: 'awake', since: off(MINUTE + 1) }, 'moment-in-future'],
    ['no longer awake', { kind: 'awake', since: null }, undefined],
    [
      'a correction to a minute ahead',
      { kind: 'corrected', entry: entryId('e1'), moment: off(MINUTE) },
      undefined,
    ],
    [
      'a correction beyond',
      { kind: 'corrected', entry: entryId('e1'), moment: off(MINUTE + 1) },
      'moment-in-future',
    ],
    ['a role with 60 letters', made('x'.repeat(60)), undefined],
    ['a role with 61', made('x'.repeat(61)), 'invalid-input'],
    ['a role without a name', made('  '), 'invalid-input'],
    ['the thirtieth role', made('Scribe'), undefined, { head: roles(29) }],
    ['the one after it', made('Scribe'), 'too-many', { head: roles(30) }],
    ['a role of a name that is there', made(' role 3 '), 'role-exists', { head: roles(5) }],
    ['a hand-over to nobody', { kind: 'handOver', next: [], summary: '' }, 'invalid-input'],
  ])('%s', (...[, saying, code, about]) => {
    expect(codeOf(saying, about)).toBe(code);
  });

  test('about an earlier moment is of that moment; about now or the next minute it is of now', () => {
    const when = (moment?: Instant) =>
      draftOf(
        note(1),
        { id: entryId('e9'), person: DANA.id, now: NOW, ...(moment && { at: moment }) },
        EMPTY_HEAD,
      ).at;
    expect([off(-1), NOW, off(MINUTE), undefined].map(when)).toEqual([
      off(-1),
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('what is due', () => {
  const said = { entry: entryId('e1'), at: at('10:10'), by: DANA.id };
  const text = { ...said, text: 'words' };
  const holder = (id: string, { id: person }: typeof DANA) => ({
    id: roleId(id),
    holders: [{ person, since: at('10:05') }],
  });
  const times = { impactStart: at('09:50'), impactDetected: at('10:00') };

  /** A response in which nothing is due; each case changes one thing. */
  function due(head: Partial<Head>, about: Partial<Situation> = {}) {
    const incident = anIncident({ phase: 'fixing', incidentManager: DANA, times });
    const calm: Head = {
      ...EMPTY_HEAD,
      notes: { ...noted(times), severity: { level: 1, by: DANA.id, at: at('10:05') } },
      answers: { impact: text, seen: text, affected: text, factors: text },
      told: {
        internal: { count: 1, first: at('10:10'), last: text },
        external: { count: 1, first: at('10:12'), last: text },
      },
      promises: { past: [], kept: 0, missed: 0, open: { due: off(DAY), at: at('10:10') } },
      roles: [holder('techLead', INES), holder('communicationsManager', ADA)],
      people: Object.fromEntries([DANA, INES, ADA].map(({ id }) => [id, { joined: NOW }])),
      taken: NOW,
      ...head,
    };
    return dueOf({ incident, head: calm, now: NOW, ...about });
  }

  const open = (moment: Instant) => ({
    promises: { past: [], kept: 0, missed: 0, open: { due: moment, at: at('10:10') } },
  });
  const joined = (who: typeof DANA, about: object) => ({
    people: {
      ...Object.fromEntries([DANA, INES, ADA].map(({ id }) => [id, { joined: NOW }])),
      [who.id]: { joined: NOW, ...about },
    },
  });

  test.each<[string, Partial<Head>, string | undefined, Partial<Situation>?]>([
    ['nothing', {}, undefined],
    ['an update in ten minutes', open(off(10 * MINUTE)), 'write-update'],
    ['an update a moment later', open(off(10 * MINUTE + 1)), undefined],
    ['the checklist half an hour after it was taken', { taken: off(-30 * MINUTE) }, 'discipline'],
    ['a moment before that', { taken: off(-30 * MINUTE + 1) }, undefined],
    [
      'the checklist two hours after the last time',
      { taken: at('08:00'), disciplined: { ...said, at: off(-120 * MINUTE) } },
      'discipline',
    ],
    [
      'a moment before that',
      { taken: at('08:00'), disciplined: { ...said, at: off(-120 * MINUTE + 1) } },
      undefined,
    ],
    [
      'a hand-over after the hours that were agreed',
      joined(INES, { joined: off(-8 * HOUR) }),
      'hand-over',
      { handOverHours: 8 },
    ],
    [
      'a moment before that',
      joined(INES, { joined: off(-8 * HOUR + 1) }),
      undefined,
      { handOverHours: 8 },
    ],
    ['nobody agreed on hours', joined(INES, { joined: off(-80 * HOUR) }), undefined],
    [
      'somebody who has been awake for sixteen hours',
      joined(DANA, { awakeSince: off(-16 * HOUR) }),
      'hand-over',
    ],
    ['a moment less', joined(DANA, { awakeSince: off(-16 * HOUR + 1) }), undefined],
    ['somebody who has left', joined(INES, { awakeSince: off(-20 * HOUR), left: NOW }), undefined],
  ])('%s', (...[, head, step, about]) => {
    expect(due(head, about)?.step).toBe(step);
  });
});

describe('settings', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `s${n}`, name: `Service ${n}` }));
  const codes = (about: Parameters<typeof someSettings>[0]) =>
    problemsOf(someSettings({ agreements: someSettings().agreements.slice(0, 3), ...about })).map(
      ({ code }) => code,
    );

  test('of 500 services beside Unknown and 200 products', () => {
    expect(codes({ services: [...names(500), UNKNOWN] })).toEqual([]);
    expect(codes({ services: [...names(501), UNKNOWN] })).toEqual(['too-many']);
    expect(codes({ products: names(200) })).toEqual([]);
    expect(codes({ products: names(201) })).toEqual(['too-many']);
  });

  test('with names of 1 to 255 letters, none of which differ in spaces and capitals alone', () => {
    const named = (...all: string[]) =>
      codes({ services: [...all.map((name, n) => ({ id: `s${n}`, name })), UNKNOWN] });
    expect(named('x'.repeat(255))).toEqual([]);
    expect(named('x'.repeat(256))).toEqual(['too-long']);
    expect(named('')).toEqual(['empty']);
    expect(named('Check out', ' check  OUT ')).toEqual(['duplicate']);
    expect(named('Check out', 'Checkout')).toEqual([]);
  });

  test('tidied, spaces around and empty cells are gone, and Unknown stands last', () => {
    const draft = someSettings({
      services: [UNKNOWN, { id: 'a', name: '  Pay  ments ', deliveryTeam: '  ' }],
      products: [{ id: 'shop', name: ' Web  shop ' }],
    });
    const { services, products } = tidied(draft, someSettings());
    expect(services).toEqual([{ id: 'a', name: 'Pay ments' }, UNKNOWN]);
    expect(products).toEqual([{ id: 'shop', name: 'Web shop' }]);
  });
});

test('a share of nothing is unknown; of one it is none or all, within its interval', () => {
  expect(wilson(0, 0)).toMatchObject({ n: 0, value: null });
  expect(wilson(0, 1)).toMatchObject({ n: 1, value: 0, low: 0 });
  expect(wilson(1, 1)).toMatchObject({ n: 1, value: 1, high: 1 });
  const half = wilson(5, 10);
  expect([half.low, half.high].map((end) => end?.toFixed(4))).toEqual(['0.2366', '0.7634']);
});
