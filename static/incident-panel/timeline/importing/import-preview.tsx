import { DropDown } from '../../../kit/controls/fields';
import { momentText } from '../../../kit/texts/moments';
import { useViewer } from '../../../kit/texts/texts';
import { type Choice, type ImportLine } from './import-lines';
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
        {at === undefined ? t('timeline.import.noTime') : momentText(at, viewer, now)}
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
