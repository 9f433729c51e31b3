import { describe, expect, it } from '@jest/globals';
import { type Incident } from '../../../src/domain/incident/incident';
import { type Phase } from '../../../src/domain/incident/lifecycle';
import { type Saying } from '../../../src/domain/log/sayings';
import { entryId } from '../../../src/domain/log/what';
import { checklistOf } from '../../../src/domain/response/checklist';
import { nextStep } from '../../../src/domain/response/next-step';
import { type Instant } from '../../../src/domain/time';
import { anIncident, at, DANA, noted } from '../../fixtures/incidents';
import { MemoryLog } from '../../support/log';

const TIMES = { impactStart: at('09:50'), impactDetected: at('10:00') };

/** A major incident that was led, told of, resolved and told to be over. */
function over() {
  const log = new MemoryLog();
  let n = 0;
  const say = (saying: Saying, now: Instant) => log.say(saying, { person: DANA.id, now });
  const move = (from: Phase, to: Phase, moment: Instant, saidAt = moment) => {
    n += 1;
    const change = { of: 'status', from, to } as const;
    const id = entryId(`jira-${n}-status`);
    log.append({ id, what: { kind: 'jira', change }, saidAt, at: moment, by: DANA.id });
  };
  move('new', 'fixing', at('10:02'));
  const notes = { ...noted(TIMES), severity: { level: 1, by: DANA.id, at: at('10:05') } as const };
  log.append({ what: { kind: 'noted', notes }, saidAt: at('10:05') });
  for (const question of ['impact', 'seen', 'affected', 'factors', 'cause', 'recovery'] as const)
    say({ kind: 'answer', question, text: question }, at('10:06'));
  for (const audience of ['internal', 'external'] as const)
    say({ kind: 'update', audience, text: 'We are on it' }, at('10:10'));
  for (const step of ['give-communications', 'give-tech-lead', 'review', 'clean-up'] as const)
    say({ kind: 'skip', step }, at('10:11'));
  say({ kind: 'awake', since: at('02:00') }, at('10:12'));
  say({ kind: 'tick', item: 'secondReader', state: 'done' }, at('10:13'));
  say({ kind: 'tick', item: 'mail', state: 'done' }, at('10:13'));
  say({ kind: 'disciplined' }, at('10:40'));
  move('fixing', 'resolved', at('11:00'));
  for (const audience of ['internal', 'external'] as const)
    say({ kind: 'update', audience, text: 'It is over', isFinal: true }, at('11:05'));
  return { log, say, move };
}

const incident = (phase: Phase, since: Instant): Incident =>
  anIncident({ phase, statusSince: since, incidentManager: DANA, times: TIMES });

const next = ({ log: { head } }: ReturnType<typeof over>, now: Instant, cadenceMinutes = 30) =>
  nextStep({
    incident: incident('fixing', at('12:00')),
    head,
    now,
    viewer: DANA.id,
    cadenceMinutes,
    handOverHours: 8,
  });

describe('an incident that came back after the final words', () => {
  it('has nothing due before it does', () => {
    expect(next(over(), at('12:01'))).toBeUndefined();
  });

  it('is told of again, then gets its promises, and final words when it is over again', () => {
    const world = over();
    world.move('resolved', 'fixing', at('12:00'));
    const { log, say, move } = world;
    expect(next(world, at('12:01'))).toEqual({ step: 'tell-internal', isAgain: true });
    say({ kind: 'update', audience: 'internal', text: 'It is back' }, at('12:05'));
    for (const step of ['give-communications', 'give-tech-lead'] as const)
      say({ kind: 'skip', step }, at('12:05'));
    expect(next(world, at('12:06'))).toMatchObject({ step: 'promise-update' });
    say({ kind: 'promise', due: at('12:40') }, at('12:06'));
    expect(next(world, at('12:07'))).toBeUndefined();
    expect(next(world, at('12:31'))).toMatchObject({ step: 'write-update' });
    say(
      { kind: 'update', audience: 'internal', text: 'Still back', next: at('13:10') },
      at('12:32'),
    );
    expect(next(world, at('12:33'))).toMatchObject({ step: 'discipline' });
    move('fixing', 'resolved', at('13:00'));
    const resolved = {
      ...incident('resolved', at('13:00')),
      times: { ...TIMES, impactRecovered: at('12:55') },
    };
    const notes = { ...noted(resolved.times), severity: log.head.notes.severity };
    log.append({ what: { kind: 'noted', notes }, saidAt: at('13:00') });
    const step = () =>
      nextStep({ incident: resolved, head: log.head, now: at('13:01'), viewer: DANA.id })?.step;
    expect(step()).toBe('final-update');
    say({ kind: 'update', audience: 'internal', text: 'Over again', isFinal: true }, at('13:02'));
    expect(step()).toBe('clean-up');
  });

  it('keeps what is as true as before, and loses what belonged to the first emergency', () => {
    const { log, move } = over();
    const before = log.head;
    move('resolved', 'fixing', at('12:00'));
    const { head } = log;
    expect(Object.keys(head.answers)).toEqual(['impact', 'seen', 'affected', 'factors', 'cause']);
    expect(head.told.internal).toEqual({ ...before.told.internal, final: undefined });
    expect(Object.keys(head.ticks)).toEqual(['mail']);
    expect(head.skipped).toEqual({});
    expect(head.people[DANA.id]?.awakeSince).toBeUndefined();
    expect(head).toMatchObject({ taken: at('10:02'), reopened: at('12:00') });
    expect(head.disciplined).toBeUndefined();
  });

  it('ends nothing that was said since, when Jira tells it late', () => {
    const { log, say, move } = over();
    say(
      { kind: 'update', audience: 'internal', text: 'Short one, over', isFinal: true },
      at('12:20'),
    );
    say({ kind: 'skip', step: 'review' }, at('12:21'));
    say({ kind: 'tick', item: 'secondReader', state: 'done' }, at('12:21'));
    move('resolved', 'fixing', at('12:00'), at('12:30'));
    move('fixing', 'resolved', at('12:15'), at('12:30'));
    expect(log.head.told.internal.final).toBe(at('12:20'));
    expect(log.head.told.external.final).toBeUndefined();
    expect(Object.keys(log.head.skipped)).toEqual(['review']);
    expect(Object.keys(log.head.ticks)).toEqual(['secondReader', 'mail']);
  });

  it('has both sides to be told of it within fifteen minutes on the list', () => {
    const { log, move } = over();
    move('cancelled', 'fixing', at('12:00'));
    const rows = checklistOf({
      incident: incident('fixing', at('12:00')),
      head: log.head,
      now: at('12:10'),
    });
    const due = rows.filter(({ state }) => state === 'due').map(({ item, due }) => [item, due]);
    expect(due).toEqual([
      ['internalUpdate', at('12:15')],
      ['externalUpdate', at('12:15')],
    ]);
  });

  it('asks for its review again', () => {
    const { log, move } = over();
    log.append({ id: entryId('r'), what: { kind: 'review' }, saidAt: at('11:30'), by: DANA.id });
    move('resolved', 'fixing', at('12:00'));
    move('fixing', 'resolved', at('12:30'));
    const resolved = {
      ...incident('resolved', at('12:30')),
      times: { ...TIMES, impactRecovered: at('12:25') },
    };
    const notes = noted(resolved.times);
    log.append({ what: { kind: 'noted', notes }, saidAt: at('12:30') });
    const said = { person: DANA.id, now: at('12:31') };
    log.say({ kind: 'update', audience: 'internal', text: 'Over', isFinal: true }, said);
    log.append({
      id: entryId('c'),
      what: { kind: 'cleanUp', issue: '1', text: 'Watch' },
      saidAt: at('12:32'),
    });
    const step = () =>
      nextStep({ incident: resolved, head: log.head, now: at('12:40'), viewer: DANA.id })?.step;
    expect(step()).toBe('review');
    log.append({ id: entryId('r2'), what: { kind: 'review' }, saidAt: at('12:41'), by: DANA.id });
    expect(step()).toBeUndefined();
  });
});
