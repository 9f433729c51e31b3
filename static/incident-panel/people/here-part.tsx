import { Primary } from '../../kit/incident/quick-times';
import { useViewer } from '../../kit/texts/texts';
import { type PartProps } from './part-props';
import { PersonLine } from './person-line';
import { presences } from './presence';

/** Everybody who takes part: what they do, for how long, and whether they should be relieved. */
export function HerePart(props: PartProps) {
  const { t, timeZone } = useViewer();
  const { incident, busy, actions, now } = props;
  const all = presences(incident, now);
  const isHere = all.some(({ person }) => person === incident.viewer);
  return (
    <section aria-labelledby="here-title" className="stack">
      <div className="section-head">
        <h2 id="here-title">{t('peopleTab.here')}</h2>
      </div>
      {incident.mayEdit && !isHere && (
        <div className="choices">
          <Primary busy={busy} onClick={() => actions.say({ kind: 'joined', zone: timeZone })}>
            {t('peopleTab.iAmHere')}
          </Primary>
        </div>
      )}
      {all.length === 0 && <p className="people-empty">{t('peopleTab.nobodyHere')}</p>}
      {all.length > 0 && (
        <ul className="here-list">
          {all.map((presence) => (
            <PersonLine key={presence.person} {...props} presence={presence} />
          ))}
        </ul>
      )}
      {all.length === 1 && isHere && <p className="people-empty">{t('peopleTab.onlyYou')}</p>}
    </section>
  );
}
