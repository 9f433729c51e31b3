import { useState } from 'react';
import { type IncidentView } from '../../../src/contract';
import { Button } from '../../kit/controls/button';
import { spanText } from '../../kit/texts/durations';
import { momentText } from '../../kit/texts/moments';
import { useServerNow } from '../../kit/texts/server-clock';
import { useViewer } from '../../kit/texts/texts';
import { type TabProps } from '../tab-props';

type Row = IncidentView['response']['checklist'][number];

/** What is told to whom, in the handbook's order. What went out ticks itself. */
export function ChecklistPart({ incident, busy, actions }: TabProps) {
  const { t } = useViewer();
  const tick: ItemProps['onTick'] = (item, state) => actions.say({ kind: 'tick', item, state });
  return (
    <section aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t('updates.checklist')}</h2>
      <ul className="checklist">
        {incident.response.checklist.map((row) => (
          <Item key={row.item} row={row} incident={incident} busy={busy} onTick={tick} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = {
  readonly row: Row;
  readonly incident: IncidentView;
  readonly busy: boolean;
  readonly onTick: (item: Row['item'], state: 'done' | 'open' | 'notNeeded') => Promise<boolean>;
};

function Item({ row, incident, busy, onTick }: ItemProps) {
  const { t } = useViewer();
  const { item, state } = row;
  // Shown at once; what comes back says whether it was kept.
  const [pressed, setPressed] = useState<boolean>();
  const byHand = incident.response.ticks[item] !== undefined;
  const isOpen = state === 'open' || state === 'due' || state === 'overdue';
  const title = t(`updates.item.${item}`);
  return (
    <li className={`check check-${state}`}>
      <input
        type="checkbox"
        id={`check-${item}`}
        checked={pressed ?? state === 'done'}
        disabled={!incident.mayEdit || (state === 'done' && !byHand)}
        onChange={(event) => {
          setPressed(event.target.checked);
          void onTick(item, event.target.checked ? 'done' : 'open').then(() => {
            setPressed(undefined);
          });
        }}
      />
      <label htmlFor={`check-${item}`}>{title}</label>
      <StateText row={row} incident={incident} />
      {incident.mayEdit && (isOpen || state === 'notNeeded') && (
        <Button
          appearance="link"
          disabled={busy}
          aria-label={`${t(isOpen ? 'updates.notNeeded' : 'updates.needed')}: ${title}`}
          onClick={() => {
            void onTick(item, isOpen ? 'notNeeded' : 'open');
          }}
        >
          {t(isOpen ? 'updates.notNeeded' : 'updates.needed')}
        </Button>
      )}
    </li>
  );
}

function StateText({ row: { state, due, done }, incident }: Pick<ItemProps, 'row' | 'incident'>) {
  const viewer = useViewer();
  const { t } = viewer;
  const now = useServerNow(Date.parse(incident.now), 15_000);
  if (done !== undefined) {
    return <span className="hint">{momentText(done, viewer, now)}</span>;
  }
  if (due === undefined) return <span className="hint">{t(`updates.state.${state}`)}</span>;
  const duration = spanText(Math.abs(due - now), t);
  return (
    <span className={due < now ? 'update-overdue' : 'hint'}>
      {t(due < now ? 'updates.state.overdueBy' : 'updates.state.dueIn', { duration })}
    </span>
  );
}
