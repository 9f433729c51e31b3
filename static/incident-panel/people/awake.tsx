import { useState } from 'react';
import { fromLocalInput, toLocalInput } from '../../kit/moments';
import { useViewer } from '../../kit/texts';
import { type PartProps } from './part-props';

const HOUR_MS = 3_600_000;
const CHOICES = [2, 6, 10, 14];

/** Since when the viewer has been awake, mostly without typing. Their zone goes with it. */
export function Awake({
  busy,
  actions,
  now,
  onClose,
}: PartProps & { readonly onClose: () => void }) {
  const viewer = useViewer();
  const { t, timeZone: zone } = viewer;
  const [other, setOther] = useState<string>();
  const moment = other === undefined ? undefined : fromLocalInput(other, viewer);
  const say = async (since: number) => {
    if (await actions.say({ kind: 'awake', since: Math.round(since), zone })) onClose();
  };
  return (
    <div className="choices" role="group" aria-label={t('peopleTab.awakeLabel')}>
      <span className="offer-question">{t('peopleTab.awakeAsk')}</span>
      {CHOICES.map((hours) => (
        <button
          key={hours}
          type="button"
          className="button button-small"
          disabled={busy}
          onClick={() => void say(now - hours * HOUR_MS)}
        >
          {t('peopleTab.hoursAgo', { hours })}
        </button>
      ))}
      {other === undefined ? (
        <button
          type="button"
          className="button button-link"
          onClick={() => {
            setOther(toLocalInput(new Date(now - 8 * HOUR_MS).toISOString(), viewer));
          }}
        >
          {t('peopleTab.other')}
        </button>
      ) : (
        <>
          <input
            type="datetime-local"
            className="people-input"
            aria-label={t('peopleTab.awakeLabel')}
            value={other}
            onChange={(event) => {
              setOther(event.target.value);
            }}
          />
          <button
            type="button"
            className="button"
            disabled={busy || moment === undefined}
            onClick={() => {
              if (moment !== undefined) void say(Date.parse(moment));
            }}
          >
            {t('peopleTab.say')}
          </button>
        </>
      )}
      <button type="button" className="button button-link" onClick={onClose}>
        {t('peopleTab.cancel')}
      </button>
    </div>
  );
}
