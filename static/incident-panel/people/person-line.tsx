import { useState } from 'react';
import { Button } from '../../kit/controls/button';
import { spanText } from '../../kit/texts/durations';
import { momentText } from '../../kit/texts/moments';
import { useViewer } from '../../kit/texts/texts';
import { Oneself } from './oneself';
import { type PartProps } from './part-props';
import { localTime, type Presence } from './presence';
import { roleName, roleRows } from './roles';
import { useWho } from './use-who';

type Props = PartProps & { readonly presence: Presence };

/** Somebody who is here. */
export function PersonLine(props: Props) {
  const { t } = useViewer();
  const { incident, presence } = props;
  const { person, roles, relief, inMs, awake } = presence;
  const { nameOf } = useWho(props);
  const isSelf = person === incident.viewer;
  const leads = incident.incidentManager?.id === incident.viewer;
  const isFree = roles.length === 0;
  return (
    <li className="person">
      <p className="person-who">
        <strong>{nameOf(person)}</strong>
        {isSelf && <span className="hint"> ({t('peopleTab.you')})</span>}
        {': '}
        {isFree ? t('peopleTab.noRole') : roles.map((role) => roleName(role, t)).join(', ')}
      </p>
      <Spans {...props} />
      {relief && (
        <p className="relief">
          {t(`peopleTab.relief.${relief}`, {
            duration: spanText(relief === 'hours' ? inMs : (awake?.ms ?? 0), t),
          })}
        </p>
      )}
      {incident.mayEdit && isFree && (isSelf || leads) && <OfferRole {...props} isSelf={isSelf} />}
      {incident.mayEdit && isSelf && <Oneself {...props} />}
    </li>
  );
}

/** How long they have been in it and awake, and what their clock shows. */
function Spans({ presence, now }: Props) {
  const viewer = useViewer();
  const { t } = viewer;
  const { joined, inMs, awake, zone } = presence;
  const local = zone && localTime(zone, viewer.locale, now);
  const since = (at: number) => momentText(at, viewer, now);
  return (
    <ul className="spans">
      <li>
        {t('peopleTab.in', { duration: spanText(inMs, t) })}{' '}
        {t('peopleTab.joinedAt', { time: since(joined) })}
      </li>
      {awake && (
        <li>
          {t('peopleTab.awake', { duration: spanText(awake.ms, t) })}{' '}
          {t('peopleTab.awakeSince', { time: since(awake.since) })}
        </li>
      )}
      {local && <li>{t('peopleTab.local', { time: local })}</li>}
    </ul>
  );
}

/** Somebody without a role is offered one: by themselves, or by whoever leads. */
function OfferRole({
  incident,
  busy,
  actions,
  names,
  presence,
  isSelf,
}: Props & { readonly isSelf: boolean }) {
  const { t } = useViewer();
  const { nameOf } = useWho({ incident, names });
  const [isOpen, setOpen] = useState(isSelf);
  const { person } = presence;
  const label = t('peopleTab.giveRoleTo', { name: nameOf(person) });
  if (!isOpen) {
    return (
      <div className="choices">
        <Button
          isSmall
          aria-label={label}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('peopleTab.giveRole')}
        </Button>
      </div>
    );
  }
  const question = isSelf ? t('peopleTab.whichRole') : label;
  const roles = roleRows(incident).filter(({ id }) => id !== 'incidentManager');
  return (
    <div className="choices" role="group" aria-label={question}>
      <span className="offer-question">{question}</span>
      {roles.map((role) => (
        <Button
          key={role.id}
          isSmall
          disabled={busy}
          onClick={() => void actions.say({ kind: 'roleGiven', role: role.id, person })}
        >
          {roleName(role, t)}
        </Button>
      ))}
    </div>
  );
}
