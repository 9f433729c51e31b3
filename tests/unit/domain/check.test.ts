import { describe, expect, it } from '@jest/globals';
import { APP_RIGHTS, faultsOf, type SiteFacts } from '../../../src/domain/set-up/check';
import { NATIVE_FIELD_NAMES } from '../../../src/domain/incident/fields';

const WELL: SiteFacts = {
  projectThere: true,
  switchedOn: true,
  hints: 'all',
  issueTypeThere: true,
  typeName: 'Vorfall',
  fields: Object.fromEntries(
    NATIVE_FIELD_NAMES.map((name) => [
      name,
      { name, inProject: true, inContext: true, onCreate: true, onEdit: true, onView: true },
    ]),
  ),
  statuses: [
    { name: 'New', phase: 'new', editable: true, leadsTo: ['fixing', 'resolved'] },
    { name: 'Fixing', phase: 'fixing', editable: true, leadsTo: ['resolved'] },
    { name: 'Resolved', phase: 'resolved', editable: true, leadsTo: ['fixing'] },
  ],
  levels: [1, 2, 3],
  appRights: APP_RIGHTS,
  demanded: [],
};

const codes = (facts: Partial<SiteFacts>) =>
  faultsOf({ ...WELL, ...facts }).map(({ code, subject }) => `${code} ${subject}`);
const field = (part: object) => ({
  ...WELL.fields,
  impactStart: { ...WELL.fields.impactStart, name: 'Started at', ...part } as never,
});

describe('checking set-up', () => {
  it('finds nothing where all is well', () => {
    expect(faultsOf(WELL)).toEqual([]);
  });

  it('says one thing of a project that is gone', () => {
    expect(codes({ projectThere: false, levels: [], appRights: [] })).toEqual(['no-project ']);
  });

  it.each([
    [{ switchedOn: false }, 'switched-off '],
    [{ issueTypeThere: false, typeName: undefined }, 'no-issue-type '],
    [{ typeName: 'Outage' }, 'type-untold Outage'],
    [{ fields: field({ inProject: false, inContext: false }) }, 'not-in-project Started at'],
    [{ fields: field({ inContext: false, onEdit: false }) }, 'not-in-context Started at'],
    [{ fields: field({ onEdit: false }) }, 'not-on-edit Started at'],
    [{ fields: field({ onView: false }) }, 'not-on-view Started at'],
    [{ fields: { ...WELL.fields, impactStart: undefined } }, 'no-field impactStart'],
    [{ levels: [1, 2] as const }, 'no-level 3'],
    [{ appRights: APP_RIGHTS.slice(1) }, `no-right ${APP_RIGHTS[0]}`],
    [{ demanded: ['Cost centre'] }, 'demanded Cost centre'],
    [{ hints: 'none' }, 'no-hints '],
    [{ hints: 'not-for-agents' }, 'no-agent-hints '],
  ] as const)('%j is told as %s', (facts, told) => {
    expect(codes(facts as Partial<SiteFacts>)).toEqual([told]);
  });

  it('a field that is asked on creation must be there; one for later need not', () => {
    const off = (name: 'severity' | 'impactStart') =>
      codes({
        fields: { ...WELL.fields, [name]: { ...WELL.fields[name], onCreate: false } as never },
      });
    expect(off('severity')).toEqual(['not-on-create severity']);
    expect(off('impactStart')).toEqual([]);
  });

  it('a chat channel that a site does without is no fault', () => {
    expect(codes({ fields: { ...WELL.fields, chatChannel: undefined } })).toEqual([]);
  });

  it('tells of statuses: without a meaning, locked, without a way on', () => {
    const [first, second, third] = WELL.statuses;
    expect(
      codes({
        statuses: [
          { name: 'Triage', phase: undefined, editable: true, leadsTo: [] },
          { ...first, leadsTo: [] },
          { ...second, editable: false },
          third,
        ] as SiteFacts['statuses'],
      }),
    ).toEqual(['status-unmapped Triage', 'status-not-editable Fixing', 'no-way New → fixing']);
  });

  it('puts what stops the work before what hinders it', () => {
    const weights = faultsOf({ ...WELL, demanded: ['Cost centre'], switchedOn: false });
    expect(weights.map(({ weight }) => weight)).toEqual(['stops', 'hinders']);
  });
});
