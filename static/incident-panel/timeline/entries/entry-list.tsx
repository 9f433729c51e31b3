import { Fragment } from 'react';
import { useViewer } from '../../../kit/texts/texts';
import { type LastLook } from '../../last-look';
import { EntryLine, KindMark } from './entry-line';
import { type EntryActions } from './entry-menu';
import { type Row } from '../rows';
import { type Telling } from '../telling';
import { type Unsaved } from '../unsaved';
import { clockText, dayOf, dayText } from '../times';
import { Words } from './words';

type Props = {
  readonly rows: readonly Row[];
  readonly unsaved: readonly Unsaved[];
  readonly telling: Telling;
  readonly before: LastLook | undefined;
  readonly actions: EntryActions;
  readonly mayEdit: boolean;
  readonly busy: boolean;
};

/** The lines, a heading a day, newest first; what is being saved stands on top. */
export function EntryList({ rows, unsaved, telling, before, ...shared }: Props) {
  const { viewer } = telling;
  const days = daysOf(rows, telling);
  const newest = rows.filter(({ entry }) => before && entry.seq > before.seq);
  const divided = newest.at(-1);
  return (
    <div className="entries">
      {unsaved.length > 0 && (
        <ul className="entry-day">
          {unsaved.map((one) => (
            <UnsavedLine key={one.key} unsaved={one} telling={telling} />
          ))}
        </ul>
      )}
      {days.map(({ day, rows: ofDay }) => (
        <Fragment key={day}>
          <h2 className="entry-heading">{dayText(ofDay[0]?.at ?? 0, viewer)}</h2>
          <ul className="entry-day">
            {ofDay.map((row) => (
              <Fragment key={row.entry.seq}>
                <EntryLine row={row} telling={telling} {...shared} />
                {row === divided && before && newest.length < rows.length && (
                  <Divider since={before.at} />
                )}
              </Fragment>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}

/** What stands above it has come since the viewer last looked. */
function Divider({ since }: { since: number }) {
  const viewer = useViewer();
  return (
    <li className="entry-divider">
      {viewer.t('timeline.list.newSince', { time: clockText(since, viewer) })}
    </li>
  );
}

function UnsavedLine({ unsaved, telling }: { unsaved: Unsaved; telling: Telling }) {
  const { viewer, names } = telling;
  const { t } = viewer;
  return (
    <li className="entry entry-unsaved">
      <span className="entry-time">{clockText(unsaved.at, viewer)}</span>
      <span className="entry-who">{names[viewer.person ?? ''] ?? t('source.somebody')}</span>
      <KindMark kind={unsaved.kind} />
      <div className="entry-what">
        <Words words={unsaved.text} />
        <p className="entry-detail">{t('timeline.add.saving')}</p>
      </div>
    </li>
  );
}

function daysOf(rows: readonly Row[], { viewer }: Telling) {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = dayOf(row.at, viewer);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
