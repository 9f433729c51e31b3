import { type IncidentView } from '../../../src/contract';
import { momentText } from '../../kit/texts/moments';
import { type Viewer } from '../../kit/texts/texts';
import { isOver, type RoleRow, roleRows } from './roles';

/** A place that somebody has now and somebody else may have next. */
export type Slot = {
  /** Of the draft. */
  readonly key: string;
  readonly role: RoleRow;
  readonly from: string;
  readonly lead?: true;
};

/** Each role with each of its holders. The lead can be handed over until the incident is over. */
export function slotsOf(incident: IncidentView): readonly Slot[] {
  return roleRows(incident).flatMap((role) =>
    role.holders
      .filter(({ leads }) => !leads || !isOver(incident.phase))
      .map(({ person, leads }) => ({
        key: `${role.id}:${person}`,
        role,
        from: person,
        ...(leads && { lead: true as const }),
      })),
  );
}

/** What whoever takes over should know, as the incident has it. */
export function summaryOf(incident: IncidentView, viewer: Viewer, now: number): string {
  const { t } = viewer;
  const { severity, times, created, response } = incident;
  const { theories, told, promises } = response;
  const moment = (at: string | number) => momentText(at, viewer, now);
  const level = severity === null ? t('severity.none') : t(`severity.${severity}`);
  const text = severity === null ? level : t('severity.option', { level: severity, name: level });
  const theory = theories.findLast(({ state }) => state !== 'ruledOut');
  const last = told.internal.last ?? told.external.last;
  return [
    t('peopleTab.summary.severity', { text }),
    t('peopleTab.summary.since', { time: moment(times.impactStart ?? created) }),
    theory ? t('peopleTab.summary.theory', { text: theory.text }) : t('peopleTab.summary.noTheory'),
    ...(last
      ? [t('peopleTab.summary.update', { time: moment(last.at), text: firstLine(last.text) })]
      : []),
    ...(promises.open ? [t('peopleTab.summary.promise', { time: moment(promises.open.due) })] : []),
  ].join('\n');
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}
