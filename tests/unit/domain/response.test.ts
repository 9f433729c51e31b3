import { describe, expect, it } from '@jest/globals';
import { checklistOf } from '../../../src/domain/response/checklist';
import { type IncidentAlerts, NO_ALERTS } from '../../../src/domain/declaring/incident-alerts';
import { type Incident } from '../../../src/domain/incident/incident';
import { EMPTY_HEAD, type Head } from '../../../src/domain/log/head';
import { type EntryId, type RoleId } from '../../../src/domain/log/what';
import { nextStep } from '../../../src/domain/response/next-step';
import { stepsOf } from '../../../src/domain/response/steps';
import { type Situation } from '../../../src/domain/response/next';
import { ADA, anIncident, at, DANA, INES, noted } from '../../fixtures/incidents';

const said = { entry: 'e1' as EntryId, at: at('10:10'), by: DANA.id };
const text = { ...said, text: 'words' };
const role = (id: string, ...people: readonly (typeof DANA)[]) => ({
  id: id as RoleId,
  holders: people.map((one) => ({ person: one.id, since: at('10:05') })),
  first: at('10:05'),
});

/** A major incident in which everything is done that is due; each case takes something away. */
const LED: Partial<Incident> = {
  phase: 'fixing',
  incidentManager: DANA,
  times: { impactStart: at('09:50'), impactDetected: at('10:00') },
};
const DONE: Head = {
  ...EMPTY_HEAD,
  notes: {
    ...noted({ impactStart: at('09:50'), impactDetected: at('10:00') }),
    severity: { level: 1, by: DANA.id, at: at('10:05') },
  },
  answers: { impact: text, seen: text, affected: text, factors: text },
  told: {
    internal: { count: 1, first: at('10:10'), last: text },
    external: { count: 1, first: at('10:12'), last: text },
  },
  promises: { past: [], kept: 0, missed: 0, open: { due: at('11:00'), at: at('10:10') } },
  roles: [role('techLead', INES), role('communicationsManager', ADA)],
  people: Object.fromEntries([DANA, INES, ADA].map(({ id }) => [id, { joined: at('10:02') }])),
  taken: at('10:03'),
};

type Case = {
  readonly why: string;
  readonly next: string | undefined;
  readonly incident?: Partial<Incident>;
  readonly head?: Partial<Head>;
  readonly about?: Partial<Situation>;
};

const resolved = {
  phase: 'resolved' as const,
  statusSince: at('11:00'),
  times: { ...LED.times, impactRecovered: at('10:55') },
};
const over: Partial<Head> = {
  notes: { ...DONE.notes, ...noted({ ...LED.times, impactRecovered: at('10:55') }) },
};

const FIRING_ALERTS: IncidentAlerts = { ...NO_ALERTS, count: 2, recovered: 1 };
const OVER_ALERTS: IncidentAlerts = {
  ...FIRING_ALERTS,
  recovered: 2,
  recoveredAt: at('10:18'),
  allSince: at('10:19'),
};

const CASES: readonly Case[] = [
  { why: 'all is done', next: undefined },
  { why: 'nobody leads', incident: { incidentManager: undefined }, next: 'take' },
  { why: 'it is still new', incident: { phase: 'new' }, next: 'take' },
  {
    why: 'two times contradict each other, before anything else',
    incident: { phase: 'new', times: { impactStart: at('10:10'), impactDetected: at('10:00') } },
    next: 'correct-times',
  },
  { why: 'nobody said how bad it is', incident: { severity: undefined }, next: 'say-severity' },
  {
    why: 'a hand-over waits for whoever looks',
    head: {
      handOver: {
        ...said,
        next: [{ role: 'lead' as RoleId, person: INES.id }],
        summary: '',
        accepted: [],
      },
    },
    about: { viewer: INES.id },
    next: 'accept-hand-over',
  },
  {
    why: 'a hand-over waits for somebody else',
    head: {
      handOver: {
        ...said,
        next: [{ role: 'lead' as RoleId, person: INES.id }],
        summary: '',
        accepted: [],
      },
    },
    about: { viewer: ADA.id },
    next: undefined,
  },
  {
    why: 'the promised update is due in ten minutes',
    about: { now: at('10:50') },
    next: 'write-update',
  },
  {
    why: 'it is due in eleven',
    about: { now: at('10:49') },
    head: { disciplined: said },
    next: undefined,
  },
  { why: 'it is overdue', about: { now: at('11:20') }, next: 'write-update' },
  {
    why: 'the start is not known',
    incident: { times: { impactDetected: at('10:00') } },
    head: { notes: noted({ impactDetected: at('10:00') }) },
    next: 'say-start',
  },
  {
    why: 'nobody inside was told',
    head: { told: { ...DONE.told, internal: { count: 0 } } },
    next: 'tell-internal',
  },
  {
    why: 'they were told in another way',
    head: {
      told: { ...DONE.told, internal: { count: 0 } },
      ticks: { internalFirst: { ...said, state: 'done' } },
    },
    next: undefined,
  },
  {
    why: 'somebody said “not now”',
    head: { told: { ...DONE.told, internal: { count: 0 } }, skipped: { 'tell-internal': said } },
    next: undefined,
  },
  {
    why: 'nobody stands by the severity that it has now',
    incident: { severity: 2 },
    next: 'confirm-severity',
  },
  {
    why: 'customers were not told',
    head: { told: { ...DONE.told, external: { count: 0 } } },
    next: 'tell-external',
  },
  {
    why: 'of a minor incident nobody need be told',
    incident: { severity: 3 },
    head: {
      told: EMPTY_HEAD.told,
      notes: { ...DONE.notes, severity: { level: 3, by: DANA.id, at: at('10:05') } },
    },
    next: undefined,
  },
  {
    why: 'nobody handles communications',
    head: { roles: [role('techLead', INES)], people: {} },
    next: 'give-communications',
  },
  {
    why: 'somebody joined and has no role',
    head: { roles: [role('techLead', DANA), role('internalCommunications', ADA)] },
    next: 'offer-role',
  },
  { why: 'questions are open', head: { answers: { impact: text } }, next: 'assess' },
  {
    why: 'no update is promised, and one is agreed',
    head: { promises: EMPTY_HEAD.promises },
    about: { cadenceMinutes: 30 },
    next: 'promise-update',
  },
  {
    why: 'no update is promised, and none is agreed',
    head: { promises: EMPTY_HEAD.promises },
    next: undefined,
  },
  {
    why: 'nobody is tech lead',
    head: { roles: [role('communicationsManager', ADA, INES)] },
    next: 'give-tech-lead',
  },
  {
    why: 'somebody has been in it for eight hours',
    head: { people: { ...DONE.people, [DANA.id]: { joined: at('02:00') } } },
    about: { handOverHours: 8 },
    next: 'hand-over',
  },
  {
    why: 'somebody has been awake for sixteen hours',
    head: {
      people: {
        ...DONE.people,
        [INES.id]: {
          joined: at('10:02'),
          awakeSince: (at('10:20') - 16 * 3_600_000) as Head['taken'] & number,
        },
      },
    },
    next: 'hand-over',
  },
  {
    why: 'nobody has gone through the checklist for half an hour',
    about: { now: at('10:40') },
    next: 'discipline',
  },
  {
    why: 'somebody just has',
    head: { disciplined: { ...said, at: at('10:30') } },
    about: { now: at('10:40') },
    next: undefined,
  },
  {
    why: 'all its alerts are over',
    about: { alerts: OVER_ALERTS },
    next: 'alerts-recovered',
  },
  {
    why: 'one of its alerts is not',
    about: { alerts: FIRING_ALERTS },
    next: undefined,
  },
  {
    why: 'all its alerts are over and somebody has said "not yet"',
    head: { skipped: { 'alerts-recovered': { ...said, at: at('10:21') } } },
    about: { alerts: OVER_ALERTS },
    next: undefined,
  },
  {
    why: 'all its alerts are over, and it is resolved without a recovery',
    incident: { ...resolved, times: LED.times ?? {} },
    about: { alerts: OVER_ALERTS },
    next: 'alerts-recovered',
  },
  {
    why: 'it is over and nobody said since when',
    incident: { ...resolved, times: LED.times ?? {} },
    next: 'say-recovered',
  },
  {
    why: 'it is over and those who were told do not know',
    incident: resolved,
    head: over,
    next: 'final-update',
  },
  {
    why: 'the final message has gone out',
    incident: resolved,
    head: {
      ...over,
      told: { ...DONE.told, internal: { ...DONE.told.internal, final: at('11:05') } },
    },
    next: 'clean-up',
  },
  {
    why: 'nothing is to be cleaned up',
    incident: resolved,
    head: { ...over, skipped: { 'final-update': said, 'clean-up': said } },
    next: 'review',
  },
  {
    why: 'the review has begun',
    incident: resolved,
    head: { ...over, skipped: { 'final-update': said, 'clean-up': said }, review: said },
    next: undefined,
  },
  { why: 'it was none', incident: { phase: 'cancelled' }, next: undefined },
];

describe('what is next', () => {
  it.each(CASES)('$next, when $why', ({ next, incident = {}, head = {}, about = {} }) => {
    const situation = {
      incident: anIncident({ ...LED, ...incident }),
      head: { ...DONE, ...head },
      now: at('10:20'),
      ...about,
    };
    expect(nextStep(situation)?.step).toBe(next);
  });

  it('says whom it is about', () => {
    const head = { ...DONE, roles: [role('techLead', DANA), role('internalCommunications', ADA)] };
    const incident = anIncident(LED);
    expect(nextStep({ incident, head, now: at('10:20') })?.person).toBe(INES.id);
  });
});

describe('the strip of steps', () => {
  const stepOf = (name: string, incident: Partial<Incident>, head: Partial<Head>) =>
    stepsOf(anIncident({ ...LED, ...incident }), { ...DONE, ...head }).find(
      ({ step }) => step === name,
    );

  it.each([
    ['detect', {}, {}, { done: 2, of: 2, at: at('10:00') }],
    ['detect', { severity: undefined }, {}, { done: 1, of: 2 }],
    ['open', {}, {}, { done: 1, of: 4 }],
    [
      'open',
      { rooms: { chatChannel: 'https://chat.larkfield.example/hot-42' } },
      {},
      { done: 2, of: 4 },
    ],
    ['assess', {}, { answers: { impact: text } }, { done: 2, of: 6 }],
    ['tell', {}, {}, { done: 2, of: 2, at: at('10:12') }],
    ['tell', {}, { told: EMPTY_HEAD.told }, { done: 0, of: 2 }],
    ['escalate', {}, {}, { done: 1, of: 1, at: at('10:02') }],
    ['escalate', {}, { people: {} }, { done: 0, of: 1 }],
    ['delegate', {}, {}, { done: 3, of: 3, at: at('10:05') }],
    ['follow', {}, {}, { done: 1, of: 2, due: at('11:00') }],
    ['resolve', {}, {}, { done: 0, of: 1 }],
    ['resolve', resolved, {}, { done: 1, of: 1, at: at('11:00') }],
  ] as const)('%s of %j with %j', (step, incident, head, expected) => {
    expect(stepOf(step, incident, head)).toEqual({ step, ...expected });
  });
});

describe('the communications checklist', () => {
  const rowOf = (
    item: string,
    incident: Partial<Incident>,
    head: Partial<Head>,
    now = at('10:20'),
  ) => {
    const known = {
      incident: anIncident({ ...LED, ...incident }),
      head: { ...DONE, ...head },
      now,
    };
    const { state, due } = checklistOf(known).find((row) => row.item === item) ?? {};
    return due === undefined
      ? state
      : `${state} ${due === at('10:15') ? '10:15' : due === at('11:00') ? '11:00' : '11:15'}`;
  };
  const untold = { told: EMPTY_HEAD.told };

  it.each([
    ['internalFirst', {}, {}, 'done'],
    ['internalFirst', {}, untold, 'overdue 10:15'],
    [
      'externalFirst',
      {},
      { ...untold, ticks: { externalFirst: { ...said, state: 'notNeeded' } } },
      'notNeeded',
    ],
    ['internalFirst', { severity: 3 }, untold, 'open'],
    ['internalUpdate', {}, {}, 'due 11:00'],
    ['internalUpdate', {}, untold, 'due 11:00'],
    ['internalUpdate', {}, { promises: EMPTY_HEAD.promises }, 'open'],
    ['internalUpdate', {}, { ...untold, promises: EMPTY_HEAD.promises }, 'later'],
    ['promise', {}, {}, 'done'],
    ['promise', {}, { promises: EMPTY_HEAD.promises }, 'open'],
    ['mail', {}, { ticks: { mail: { ...said, state: 'done' } } }, 'done'],
    ['internalFinal', {}, {}, 'later'],
    ['internalFinal', resolved, {}, 'due 11:15'],
    [
      'externalFinal',
      resolved,
      { told: { ...DONE.told, external: { ...DONE.told.external, final: at('11:05') } } },
      'done',
    ],
  ] as const)('%s of %j with %j: %s', (item, incident, head, expected) => {
    expect(rowOf(item, incident, head as Partial<Head>)).toBe(expected);
  });
});
