import { useViewer } from '../../../kit/texts/texts';
import { EntryMenu, type EntryActions } from './entry-menu';
import { whoIn } from '../exporting/exports';
import { GROUP_OF, type Kind } from '../kinds';
import { type Row } from '../rows';
import { sentenceOf } from '../sentences/sentences';
import { nameIn, type Telling } from '../telling';
import { clockText, dayOf } from '../times';
import { Words } from './words';

type Props = {
  readonly row: Row;
  readonly telling: Telling;
  readonly actions: EntryActions;
  readonly mayEdit: boolean;
  readonly busy: boolean;
};

/** One line: when, who, what kind, and what. */
export function EntryLine(props: Props) {
  const { row, telling } = props;
  const { lead, words, more } = sentenceOf(row, telling);
  return (
    <li className={`entry entry-${row.group}`} data-seq={row.entry.seq}>
      <EntryTime row={row} telling={telling} />
      <span className="entry-who">{whoIn(row, telling)}</span>
      <KindMark kind={row.entry.what.kind} />
      <div className="entry-what">
        {lead !== '' && <p className="entry-lead">{lead}</p>}
        {words !== '' && <Words words={words} />}
        {more.map((one) => (
          <p key={one.label} className="entry-detail">
            {one.label}: <Words words={one.words} />
          </p>
        ))}
        <EntryState row={row} telling={telling} />
      </div>
      <EntryMenu {...props} />
    </li>
  );
}

/** What kind of entry it is, in words; the sign only repeats its group. */
export function KindMark({ kind }: { kind: Kind }) {
  const { t } = useViewer();
  return (
    <span className={`entry-kind kind-${GROUP_OF[kind]}`}>
      <span className="kind-sign" aria-hidden="true" />
      {t(`timeline.kind.${kind}`)}
    </span>
  );
}

function EntryTime({ row, telling }: Pick<Props, 'row' | 'telling'>) {
  const { viewer, now } = telling;
  const { t } = viewer;
  const { at, firstAt } = row;
  return (
    <span className="entry-time">
      <time dateTime={new Date(at).toISOString()}>{clockText(at, viewer)}</time>
      {firstAt !== undefined && (
        <span className="entry-first">
          , {t('timeline.row.firstSaid', { time: firstText(firstAt, at, { viewer, now }) })}
        </span>
      )}
    </span>
  );
}

/** The day of it only where that was another one. */
function firstText(
  firstAt: number,
  at: number,
  { viewer }: Pick<Telling, 'viewer' | 'now'>,
): string {
  const clock = clockText(firstAt, viewer);
  return dayOf(firstAt, viewer) === dayOf(at, viewer)
    ? clock
    : `${dayOf(firstAt, viewer)} ${clock}`;
}

function EntryState({ row, telling }: Pick<Props, 'row' | 'telling'>) {
  const { t } = telling.viewer;
  const { isRedacted, redactedBy, confirmedBy } = row;
  return (
    <>
      {isRedacted && (
        <p className="entry-gone">
          {redactedBy === undefined
            ? t('timeline.row.gone')
            : t('timeline.row.goneBy', { name: nameIn(telling, redactedBy) })}
        </p>
      )}
      {confirmedBy.length > 0 && (
        <p className="entry-detail">
          {t('timeline.row.seenToo', {
            names: confirmedBy.map((person) => nameIn(telling, person)).join(', '),
          })}
        </p>
      )}
    </>
  );
}
