import { type Person } from '../../kit/jira/people';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';
import { type RoleRow, suggestedFor } from './roles';

/** People by name, as the viewer knows them. */
export function useWho({ incident, names }: Pick<TabProps, 'incident' | 'names'>) {
  const { t } = useViewer();
  const { incidentManager } = incident;
  const nameOf = (id: string): string =>
    names[id] ?? (incidentManager?.id === id ? incidentManager.name : t('source.somebody'));
  return {
    nameOf,
    suggested: (role: RoleRow): readonly Person[] =>
      suggestedFor(incident, role).map((id) => ({ id, name: nameOf(id) })),
  };
}
