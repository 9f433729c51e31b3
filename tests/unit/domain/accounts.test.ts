import { describe, expect, it } from '@jest/globals';
import { accountsIn } from '../../../src/domain/log/accounts';
import { type EntryId, type RoleId, type What } from '../../../src/domain/log/what';
import { peopleIn, withoutPerson } from '../../../src/domain/settings/people';
import { ADA, at, DANA, INES } from '../../fixtures/incidents';
import { someSettings } from '../../fixtures/settings';

const role = 'techLead' as RoleId;
const noted = { moment: at('10:00'), source: 'person', by: INES.id, at: at('10:01') } as const;

const CASES: readonly (readonly [What, readonly string[]])[] = [
  [{ kind: 'note', text: 'Dana was here' }, []],
  [{ kind: 'roleGiven', role, person: INES.id }, [INES.id]],
  [{ kind: 'roleLeft', role, person: INES.id }, [INES.id]],
  [{ kind: 'tookOver', role, from: INES.id }, [INES.id]],
  [
    { kind: 'handOver', next: [{ role, person: INES.id, from: ADA.id }], summary: '' },
    [INES.id, ADA.id],
  ],
  [{ kind: 'accepted', handOver: 'x' as EntryId }, []],
  [{ kind: 'jira', change: { of: 'assignee', from: ADA.id, to: INES.id } }, [ADA.id, INES.id]],
  [{ kind: 'jira', change: { of: 'severity', to: 1 } }, []],
  [{ kind: 'noted', notes: { times: { impactStart: noted } } }, [INES.id]],
  [
    { kind: 'noted', notes: { former: [{ ...noted, name: 'impactStart', why: 'corrected' }] } },
    [INES.id],
  ],
  [{ kind: 'noted', notes: { severity: { level: 1, by: ADA.id, at: at('10:00') } } }, [ADA.id]],
  [{ kind: 'noted', notes: { cancelled: { by: ADA.id, at: at('10:00') } } }, [ADA.id]],
  [
    { kind: 'noted', notes: { detection: { source: 'self', by: ADA.id, at: at('10:00') } } },
    [ADA.id],
  ],
  [{ kind: 'noted', notes: { cancelled: null } }, []],
];

describe('whose account ids are kept', () => {
  it.each(CASES)('of an entry %j', (what, named) => {
    expect(accountsIn([{ what }])).toEqual(named);
    expect(accountsIn([{ what, by: DANA.id }])).toEqual([DANA.id, ...named]);
  });

  it('is said once', () => {
    const what = { kind: 'note', text: 'x' } as const;
    expect(accountsIn([{ what, by: DANA.id }, { what, by: DANA.id }, { what }])).toEqual([DANA.id]);
  });

  it('of settings: owners, and whoever agreed; they can be taken out', () => {
    const settings = someSettings({
      services: [
        { id: 'a', name: 'A', owner: DANA.id },
        { id: 'b', name: 'B', owner: INES.id },
      ],
      agreements: [{ severity: 1, cadenceMinutes: 30, agreedBy: DANA.id }],
    });
    expect(peopleIn(settings)).toEqual([DANA.id, INES.id]);
    const without = withoutPerson(settings, DANA.id);
    expect(peopleIn(without)).toEqual([INES.id]);
    expect(without.services.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(without.agreements).toEqual([{ severity: 1, cadenceMinutes: 30 }]);
  });
});
