import { DropDown } from '../../../kit/controls/fields';
import { momentText, offsetName, wallClockText } from '../../../kit/texts/moments';
import { useViewer } from '../../../kit/texts/texts';
import { type Choice, type ImportLine } from './import-lines';
import { clockText } from '../times';
import { WRITTEN, type Written } from '../kinds';

type Props = {
  readonly lines: readonly ImportLine[];
  readonly now: number;
  readonly isAdding: boolean;
  readonly limit: number;
  readonly onChoose: (n: number, choice: Choice) => void;
};

/** What the pasted notes become. */
export function ImportPreview({ lines, now, isAdding, limit, onChoose }: Props) {
  const { t } = useViewer();
  const left = lines.filter(({ isAdded }) => !isAdded);
  if (left.length === 0) return <p className="quiet">{t('timeline.import.nothing')}</p>;
  return (
    <div className="import-preview">
      <h3>{t('timeline.import.preview')}</h3>
      <ul>
        {left.map((line) => (
          <PreviewLine key={line.n} line={line} now={now} isAdding={isAdding} onChoose={onChoose} />
        ))}
      </ul>
      {left.filter(({ isDropped }) => !isDropped).length > limit && (
        <p className="quiet">{t('timeline.import.limit', { limit })}</p>
      )}
    </div>
  );
}

type LineProps = Pick<Props, 'now' | 'isAdding' | 'onChoose'> & { readonly line: ImportLine };

function PreviewLine({ line, now, isAdding, onChoose }: LineProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { n, at, words, kind, isDropped } = line;
  return (
    <li className={isDropped ? 'import-line import-dropped' : 'import-line'}>
      <span className="entry-time">
        <LineTime line={line} now={now} isAdding={isAdding} onChoose={onChoose} />
        {at !== undefined && at > now && ` (${t('timeline.import.futureLine')})`}
      </span>
      <span className="import-words">{words}</span>
      <DropDown
        aria-label={t('timeline.import.kindOf', { n: n + 1 })}
        value={kind}
        disabled={isAdding || isDropped}
        onChange={(event) => {
          onChoose(n, { kind: event.currentTarget.value as Written });
        }}
      >
        {WRITTEN.map((one) => (
          <option key={one} value={one}>
            {t(`timeline.kind.${one}`)}
          </option>
        ))}
      </DropDown>
      <label className="import-drop">
        <input
          type="checkbox"
          checked={isDropped}
          disabled={isAdding}
          aria-label={t('timeline.import.dropOf', { n: n + 1 })}
          onChange={(event) => {
            onChoose(n, { isDropped: event.currentTarget.checked });
          }}
        />
        {t('timeline.import.drop')}
      </label>
    </li>
  );
}

/** When it was, or why that cannot be told. */
function LineTime(props: LineProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const { at, twice, never } = props.line;
  if (twice) return <WhichMoment {...props} twice={twice} />;
  if (never !== undefined)
    return t('timeline.import.never', { time: wallClockText(never, viewer) });
  return at === undefined ? t('timeline.import.noTime') : momentText(at, viewer, props.now);
}

type WhichProps = LineProps & { readonly twice: NonNullable<ImportLine['twice']> };

/** The clock shows the time of this line twice. */
function WhichMoment({ line, twice, isAdding, onChoose }: WhichProps) {
  const viewer = useViewer();
  const { t } = viewer;
  const turn = (['first', 'second'] as const).find((one) => twice[one] === line.at);
  return (
    <>
      {clockText(twice.first, viewer)}
      <DropDown
        aria-label={t('timeline.import.whichOf', { n: line.n + 1 })}
        value={turn ?? ''}
        disabled={isAdding || line.isDropped}
        onChange={(event) => {
          onChoose(line.n, { turn: event.currentTarget.value === 'first' ? 'first' : 'second' });
        }}
      >
        {turn === undefined && <option value="">{t('wall.which')}</option>}
        {(['first', 'second'] as const).map((one) => (
          <option key={one} value={one}>
            {t(`wall.${one}`, { offset: offsetName(twice[one], viewer) })}
          </option>
        ))}
      </DropDown>
    </>
  );
}
