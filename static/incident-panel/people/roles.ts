import { type IncidentView } from '../../../src/contract';
import { HANDBOOK_ROLES } from '../../kit/incident/roles';
import { type Texts } from '../../kit/texts/texts';

/** Who has a role; `since` in epoch milliseconds, absent while nobody knows. */
export type Holder = { readonly person: string; readonly since?: number; readonly leads?: true };

/** A role as it is shown. One with a name was made during the incident. */
export type RoleRow = {
  readonly id: string;
  readonly name?: string;
  readonly holders: readonly Holder[];
};

/** Nobody takes the lead any more. */
export function isOver(phase: IncidentView['phase']): boolean {
  return phase === 'resolved' || phase === 'cancelled';
}

/** Every role there is. The assignee leads, whoever made them the assignee; others with that role are second to them. */
export function roleRows({ incidentManager, response }: IncidentView): readonly RoleRow[] {
  const { roles, leader } = response;
  const own = roles.filter(({ id }) => !HANDBOOK_ROLES.some((known) => known === id));
  const holdersOf = (id: string) => roles.find((role) => role.id === id)?.holders ?? [];
  const lead: readonly Holder[] = incidentManager
    ? [
        {
          person: incidentManager.id,
          leads: true,
          ...(leader?.person === incidentManager.id && { since: leader.since }),
        },
      ]
    : [];
  const seconds = holdersOf('incidentManager').filter(
    ({ person }) => person !== incidentManager?.id,
  );
  return [
    { id: 'incidentManager', holders: [...lead, ...seconds] },
    ...HANDBOOK_ROLES.slice(1).map((id) => ({ id, holders: holdersOf(id) })),
    ...own,
  ];
}

/** The role in the viewer's words. */
export function roleName({ id, name }: Pick<RoleRow, 'id' | 'name'>, t: Texts): string {
  const known = HANDBOOK_ROLES.find((one) => one === id);
  return name ?? (known ? t(`peopleTab.role.${known}`) : id);
}

/** What is expected of whoever has it. */
export function expectationOf({ id, name }: RoleRow, t: Texts): string {
  const known = HANDBOOK_ROLES.find((one) => one === id);
  return t(known && name === undefined ? `peopleTab.expect.${known}` : 'peopleTab.expect.own');
}

export function holds(person: string, { holders }: RoleRow): boolean {
  return holders.some((holder) => holder.person === person);
}

/** Who comes to mind for a role: those who are here and do not have it, those without any role first. */
export function suggestedFor(incident: IncidentView, role: RoleRow): readonly string[] {
  const rows = roleRows(incident);
  const isBusy = (person: string) => rows.some((row) => holds(person, row));
  const fit = here(incident)
    .map(({ person }) => person)
    .filter((person) => !holds(person, role));
  return [...fit.filter((person) => !isBusy(person)), ...fit.filter(isBusy)];
}

/** Who joined and has not left, the longest first. */
export function here({ response: { people } }: IncidentView) {
  return Object.entries(people)
    .flatMap(([person, one]) => (one && one.left === undefined ? [{ person, ...one }] : []))
    .toSorted((a, b) => a.joined - b.joined);
}
