import { Button } from '../../kit/controls/button';
import { languageOf } from '../../kit/texts/language';
import { spanText } from '../../kit/texts/durations';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';
import { type Holder, isOver, roleName, type RoleRow } from './roles';
import { useWho } from './use-who';

type Props = PartProps & { readonly role: RoleRow; readonly holder: Holder };

/** One person who has a role: since when, and how it is taken over or given up. */
export function HolderLine({ role, holder, ...props }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { incident, now } = props;
  const { nameOf } = useWho(props);
  const { person, since, leads } = holder;
  const isSecond = role.id === 'incidentManager' && !leads;
  return (
    <li className="holder">
      <span className="holder-who">
        <strong>{nameOf(person)}</strong>
        {person === incident.viewer && <span className="hint"> ({t('peopleTab.you')})</span>}
        {leads && <span className="tag tag-lead">{t('peopleTab.leads')}</span>}
        {isSecond && <span className="tag">{t('peopleTab.second')}</span>}
      </span>
      {since !== undefined && (
        <span className="hint">
          {t('peopleTab.since', {
            time: momentText(since, viewer, now),
            duration: spanText(now - since, t),
          })}
        </span>
      )}
      {incident.mayEdit && <HolderActions {...props} role={role} holder={holder} />}
    </li>
  );
}

/** The lead is taken over in Jira and never simply given up. */
function HolderActions({ role, holder, incident, busy, actions, ...props }: Props) {
  const { t, locale } = useViewer();
  const { nameOf } = useWho({ incident, ...props });
  const { person, leads } = holder;
  const name = nameOf(person);
  const gaps = { name, role: roleName(role, t) };
  // Whoever leads already would not become second to themselves.
  const isMine = role.id === 'incidentManager' && incident.incidentManager?.id === incident.viewer;
  const isLate = leads && isOver(incident.phase);
  const canTakeOver = person !== incident.viewer && !isMine && !isLate;
  const takeOver = () =>
    leads
      ? actions.take(person)
      : actions.takeOverRole({
          role: role.id,
          from: person,
          language: languageOf(locale),
        });
  return (
    <span className="holder-actions">
      {canTakeOver && (
        <Button
          isSmall
          aria-label={t('peopleTab.takeOverName', gaps)}
          disabled={busy}
          onClick={() => void takeOver()}
        >
          {t('peopleTab.takeOver', { name })}
        </Button>
      )}
      {!leads && (
        <Button
          appearance="link"
          className="button-x"
          aria-label={t('peopleTab.remove', gaps)}
          title={t('peopleTab.remove', gaps)}
          disabled={busy}
          onClick={() => void actions.say({ kind: 'roleLeft', role: role.id, person })}
        >
          <span aria-hidden="true">×</span>
        </Button>
      )}
    </span>
  );
}
