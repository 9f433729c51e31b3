import { Button } from '../../kit/controls/button';
import { momentText } from '../../kit/texts/moments';
import { Primary } from '../../kit/incident/quick-times';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';
import { roleName, roleRows } from './roles';
import { useWho } from './use-who';

/** A hand-over that is planned and not yet taken on by everybody it is meant for. */
export function WaitingPart(props: PartProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { incident, busy, actions, now } = props;
  const { nameOf } = useWho(props);
  const { handOver } = incident.response;
  if (!handOver) return null;
  const { entry, by = '', at, next, summary, accepted } = handOver;
  const isOpen = ({ person }: { person: string }) => !accepted.includes(person);
  const isMine = next.some((one) => one.person === incident.viewer && isOpen(one));
  const planner = nameOf(by);
  const titleOf = (one: (typeof next)[number]) => {
    const row = roleRows(incident).find(({ id }) => id === one.role);
    return one.lead ? t('peopleTab.handOver.lead') : roleName(row ?? { id: one.role }, t);
  };
  return (
    <section
      className={isMine ? 'waiting waiting-mine' : 'waiting'}
      aria-labelledby="waiting-title"
    >
      <h2 id="waiting-title">
        {isMine
          ? t('peopleTab.handOver.forYou', { name: planner })
          : t('peopleTab.handOver.waiting')}
      </h2>
      <p className="hint">
        {t('peopleTab.handOver.by', { name: planner, time: momentText(at, viewer, now) })}
      </p>
      <ul className="successions">
        {next.map((one) => (
          <li key={`${one.role}:${one.from ?? ''}:${one.person}`}>
            <strong>{nameOf(one.person)}</strong>:{' '}
            {one.from
              ? t('peopleTab.handOver.of', { role: titleOf(one), name: nameOf(one.from) })
              : titleOf(one)}{' '}
            <span className={isOpen(one) ? 'tag' : 'tag tag-done'}>
              {t(isOpen(one) ? 'peopleTab.handOver.open' : 'peopleTab.handOver.accepted')}
            </span>
          </li>
        ))}
      </ul>
      {summary && <p className="waiting-summary">{summary}</p>}
      {incident.mayEdit && (
        <div className="choices">
          {isMine && (
            <Primary busy={busy} onClick={() => actions.acceptHandOver(entry)}>
              {t('peopleTab.handOver.accept')}
            </Primary>
          )}
          {by === incident.viewer && (
            <Button
              aria-label={t('peopleTab.handOver.withdrawName')}
              disabled={busy}
              onClick={() => void actions.say({ kind: 'withdrawn', handOver: entry })}
            >
              {t('peopleTab.handOver.withdraw')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
