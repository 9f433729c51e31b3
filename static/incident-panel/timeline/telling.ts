import { momentText } from '../../kit/texts/moments';
import { type Names } from '../../kit/jira/people';
import { HANDBOOK_ROLES } from '../../kit/incident/roles';
import { type Viewer } from '../../kit/texts/texts';

/** What a sentence needs beside the line itself. */
export type Telling = {
  readonly viewer: Viewer;
  readonly names: Names;
  /** Names of the roles that were made during the incident. */
  readonly roles: Readonly<Record<string, string>>;
  readonly now: number;
};

/** The name of somebody, as far as the viewer may know it. */
export function nameIn({ names, viewer: { t } }: Telling, person: string | undefined): string {
  return (person === undefined ? undefined : names[person]) ?? t('source.somebody');
}

export function momentIn({ viewer, now }: Telling, moment: number): string {
  return momentText(moment, viewer, now);
}

/** A role as people call it: the handbook's, or the name that it was given. */
export function roleIn({ viewer: { t }, roles }: Telling, role: string): string {
  const known = HANDBOOK_ROLES.find((one) => one === role);
  return known ? t(`timeline.role.${known}`) : (roles[role] ?? t('timeline.role.other'));
}
