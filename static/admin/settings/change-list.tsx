import { type Change } from '../../../src/contract/admin';
import { useViewer } from '../../kit/texts/texts';
import { cellText, peopleIn, subjectOf, valueText } from './change-text';
import { usePeople } from '../../kit/jira/people';

/** Every change: what it is about, what was done to it, and from what to what. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { t } = useViewer();
  const names = usePeople(peopleIn(changes));
  if (changes.length === 0) return <p className="field-help">{t('settings.change.none')}</p>;
  return (
    <ul className="changes">
      {changes.map((change) => (
        <li key={`${change.table}/${change.key}`}>
          <strong>{subjectOf(change, t)}</strong> {t(`settings.change.${change.kind}`)}
          {change.kind === 'changed' && (
            <ul>
              {change.cells.map(({ cell, before, after }) => (
                <li key={cell}>
                  {cellText(cell, t)}: <del>{valueText(cell, before, t, names)}</del> →{' '}
                  <ins>{valueText(cell, after, t, names)}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
