import { describe, expect, it } from '@jest/globals';
import { type IncidentView } from '../../../src/contract';
import { localTime, presences } from '../../../static/incident-panel/people/presence';
import { roleRows, suggestedFor } from '../../../static/incident-panel/people/roles';
import { slotsOf } from '../../../static/incident-panel/people/hand-over';
import { ADA, at, DANA, INES } from '../../fixtures/incidents';

const HOUR = 3_600_000;

function view(response: object = {}, about: object = {}): IncidentView {
  return {
    phase: 'fixing',
    incidentManager: DANA,
    ...about,
    response: { roles: [], people: {}, handOverHours: 8, ...response },
  } as unknown as IncidentView;
}

const NOW = at('20:00');
const since = (hours: number) => NOW - hours * HOUR;

describe('who is here', () => {
  it('is whoever joined and has not left, the longest first', () => {
    const people = {
      [INES.id]: { joined: since(1) },
      [ADA.id]: { joined: since(3), left: since(2) },
      [DANA.id]: { joined: since(2) },
    };
    const here = presences(view({ people }), NOW);
    expect(here).toMatchObject([
      { person: DANA.id, inMs: 2 * HOUR, leads: true },
      { person: INES.id, inMs: HOUR, leads: false, roles: [] },
    ]);
    expect(here[0]?.roles).toMatchObject([{ id: 'incidentManager' }]);
  });

  it.each([
    { why: 'as long as agreed', joined: 8, relief: 'hours' },
    { why: 'a minute less', joined: 8 - 1 / 60, relief: undefined },
    { why: 'awake for 16 hours', joined: 1, awake: 16, relief: 'awake' },
    { why: 'awake for less', joined: 1, awake: 15.9, relief: undefined },
    { why: 'both', joined: 9, awake: 20, relief: 'hours' },
    { why: 'nobody agreed', joined: 30, hours: null, relief: undefined },
  ])('needs relief or not: $why', ({ joined, awake, hours = 8, relief }) => {
    const one = { joined: since(joined), ...(awake && { awakeSince: since(awake) }) };
    const [found] = presences(view({ people: { [INES.id]: one }, handOverHours: hours }), NOW);
    expect(found?.relief).toBe(relief);
  });

  it('has a clock of their own, unless nobody knows such a zone', () => {
    expect(localTime('Asia/Tokyo', 'de-DE', NOW)).toBe('05:00');
    expect(localTime('Not/AZone', 'de-DE', NOW)).toBeUndefined();
  });
});

describe('roles', () => {
  const own = { id: 'own:1', name: 'Scribe', holders: [] };
  const manager = (...people: string[]) => ({
    id: 'incidentManager',
    holders: people.map((person) => ({ person, since: since(1) })),
  });

  it('are the handbook’s and those made here; the assignee leads, others are second', () => {
    const roles = [own, manager(DANA.id, INES.id)];
    const leader = { person: DANA.id, since: since(4) };
    const rows = roleRows(view({ roles, leader }));
    expect(rows.map(({ id }) => id)).toEqual([
      'incidentManager',
      'techLead',
      'communicationsManager',
      'internalCommunications',
      'externalCommunications',
      'own:1',
    ]);
    expect(rows[0]?.holders).toEqual([
      { person: DANA.id, leads: true, since: since(4) },
      { person: INES.id, since: since(1) },
    ]);
  });

  it('the moment somebody else began to lead is not said of the assignee', () => {
    const rows = roleRows(view({ leader: { person: INES.id, since: since(4) } }));
    expect(rows[0]?.holders).toEqual([{ person: DANA.id, leads: true }]);
  });

  it('are offered to those who are here and do not have them, the free ones first', () => {
    const people = {
      [DANA.id]: { joined: since(3) },
      [INES.id]: { joined: since(2) },
      [ADA.id]: { joined: since(4), left: since(1) },
      '712020:omar': { joined: since(1) },
    };
    const techLead = { id: 'techLead', holders: [{ person: INES.id, since: since(1) }] };
    const incident = view({ people, roles: [techLead] });
    const find = (id: string) => roleRows(incident).find((row) => row.id === id) ?? own;
    expect(suggestedFor(incident, find('techLead'))).toEqual(['712020:omar', DANA.id]);
    expect(suggestedFor(incident, own)).toEqual(['712020:omar', DANA.id, INES.id]);
  });

  it('can be handed over by each who has one, the lead until it is over', () => {
    const roles = [manager(INES.id)];
    const from = (phase: string) => slotsOf(view({ roles }, { phase })).map((slot) => slot.from);
    expect(from('fixing')).toEqual([DANA.id, INES.id]);
    expect(from('resolved')).toEqual([INES.id]);
  });
});
